"""What federal projections say beside the growth that others print of roles."""

from careers.models import Occupation, OccupationFigure
from reference.questions import Answered


def projections_beside(question: Answered) -> list[OccupationFigure]:
    """The newest of each occupation of our careers, by period, the fastest first; none where no
    answer is the growth of a career.
    """
    kinds = {answer.subject_kind for answer in question.answers if answer.measure == "growth"}
    if "career" not in kinds:
        return []
    occupations = Occupation.objects.of_careers().with_federal_figures()
    figures = (occupation.federal.get("growth") for occupation in occupations)
    known = [figure for figure in figures if figure and not figure.value.is_absent]
    return sorted(known, key=lambda figure: (figure.period, -figure.value.sort_key))
