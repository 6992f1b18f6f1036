"""The plain answer: the list that a visitor’s choices ask for, in the words of the queryset.

What is quicker (programs/finding/index.py) is checked against this.
"""

from programs.finding.choices import RANK, RELEVANCE, Choices


def fitting(programs, choices: Choices):
    """Of these programs those that fit the choices, in no order."""
    asked = choices.facets.get
    if choices.masters_only:
        programs = programs.masters()
    if choices.named_or_core:
        programs = programs.named_or_core()
    return (
        programs.matching(choices.text)
        .in_fields(asked("field"))
        .in_states(asked("state"))
        .at_levels(asked("level"))
        .with_awards(asked("award"))
        .delivered(asked("delivery"))
        .under_control(asked("control"))
        .at_institutions(asked("institution"))
        .leading_to(asked("career"))
        .charging_within(asked("tuition"), choices.residency)
        .earning_within(asked("earnings"))
        .charging_at_least(choices.tuition_min, choices.residency)
        .charging_at_most(choices.tuition_max, choices.residency)
        .earning_at_least(choices.earnings_min)
        .completed_by_at_least(choices.completions_min)
    )


def listing(programs, choices: Choices):
    """Those that fit, in the order asked for; where that is of a text, by rank."""
    order = RANK if choices.order == RELEVANCE else choices.order
    return fitting(programs, choices).sorted_by(order, choices.residency)
