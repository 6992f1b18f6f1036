"""What finds a program: its title and field, its university by any name, place, roles, labs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.db.models import Q

from careers.models import Career, FieldOfStudy
from programs.enumerations import Award, Delivery, Level, Pace
from programs.models import (
    Institution,
    InstitutionAlias,
    ProfileItem,
    Program,
    RoleLink,
    State,
)
from reference.search.kinds import Draft, SearchKind
from reference.search.words import code_words
from reference.searchable import beside, following

AWARD_WORDS = {
    Award.MS: "MS master of science",
    Award.MENG: "MEng master of engineering",
    Award.MSE: "MSE master of science in engineering",
    Award.MSECE: "MSECE master of science in electrical and computer engineering",
    Award.MPS: "MPS master of professional studies",
    Award.MDS: "MDS master of data science",
    Award.PHD: "PhD doctor of philosophy",
    Award.BS: "BS bachelor of science",
    Award.BSE: "BSE bachelor of science in engineering",
    Award.BA_BS: "BA BS bachelor of arts or science",
}
LEVEL_WORDS = {
    Level.MASTERS: "masters graduate",
    Level.BACHELORS: "bachelors undergraduate",
    Level.DOCTORATE: "doctorate doctoral PhD graduate",
}
DELIVERY_WORDS = {
    Delivery.ON_CAMPUS: "on campus",
    Delivery.ONLINE: "online remote distance",
    Delivery.HYBRID: "hybrid",
    Delivery.EVENING: "evening night",
}
PACE_WORDS = {Pace.FULL_TIME: "full time", Pace.PART_TIME: "part time"}


def _programs(pks: Sequence[int]) -> Iterator[Draft]:
    programs = Program.objects.filter(pk__in=pks).select_related("institution__state", "field")
    told = _ToldOfPrograms(pks)
    for program in programs.defer("institution__summary", "field__definition"):
        yield _program(program, told)


def _program(program: Program, told: "_ToldOfPrograms") -> Draft:
    institution, field = program.institution, program.field
    names = [institution.name, *told.aliases[institution.pk]]
    return Draft(
        program.pk,
        program.display_title,
        [program.title],
        # of an implied one the title is not recorded: nobody means it by these words
        context=[
            *names,
            "" if program.title else program.display_title,
            *_place_of(institution),
            *_field(field),
            *_terms_of_study(program),
        ],
        words=[*code_words("cip", field.cip)] if field else (),
        body=[*told.roles(program), program.summary, *told.items[program.pk]],
        parent=("institution", institution.pk),
    )


class _ToldOfPrograms:
    """What else finds the programs of a lot: names of their universities, roles and labs named."""

    def __init__(self, pks: Sequence[int]):
        self._within = Q(institution__in=Program.objects.filter(pk__in=pks).values("institution"))
        self.aliases = _lists(InstitutionAlias.objects.filter(self._within), "institution", "name")
        of_all = Q(program__isnull=True) & self._within
        self._of_all = self._roles(of_all, "institution")
        self._own = self._roles(Q(program__in=pks), "program")
        items = ProfileItem.objects.filter(program__in=pks)
        self.items = _lists(items, "program", "name", "text")

    def roles(self, program) -> list[str]:
        return [*self._own[program.pk], *self._of_all[program.institution_id]]

    def _roles(self, condition, key):
        return _lists(RoleLink.objects.filter(condition), key, "printed", "career__title")


def _lists(records, key, *columns) -> defaultdict[int, list[str]]:
    """{value of `key`: what these columns hold}."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for owner, *texts in records.order_by("pk").values_list(key, *columns):
        found[owner] += filter(None, texts)
    return found


def place_of(institution) -> list[str]:
    state = institution.state
    return [institution.city, *((state.name, state.code) if state else ())]


def _place_of(institution) -> Iterable[str]:
    """Who says Columbia means a university or a city: of that district, the code will do."""
    return (part for part in place_of(institution) if part != "District of Columbia")


def _field(field) -> list[str]:
    return [field.title, field.family] if field else []


def _terms_of_study(program) -> Iterable[str]:
    yield LEVEL_WORDS.get(program.level, "")
    yield AWARD_WORDS.get(program.award, "")
    yield from (DELIVERY_WORDS.get(way, "") for way in program.delivery)
    yield from (PACE_WORDS.get(pace, "") for pace in program.pace)


PROGRAMS = SearchKind(
    "program",
    1,
    Program.objects.published().listed,
    _programs,
    {
        # which of a university’s programs are listed is decided among all of them
        Program: beside(Program, "institution"),
        Institution: following(Program, "institution"),
        InstitutionAlias: beside(Program, "institution"),
        RoleLink: beside(Program, "institution"),
        ProfileItem: beside(Program, "institution"),
        State: following(Program, "institution__state"),
        FieldOfStudy: following(Program, "field"),
        Career: following(Program, "institution__role_links__career"),
    },
)
