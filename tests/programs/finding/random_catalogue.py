"""A small catalogue of random programs, so small that every choice meets every other."""

from random import Random

from programs.enumerations import Award, Control, Delivery, Identity, Level
from programs.models import Program
from tests.factories import (
    CareerFactory,
    FieldOfStudyFactory,
    InstitutionFactory,
    ProgramFactory,
    ProgramFactsFactory,
    RoleLinkFactory,
)

CIPS = ["", "11.0102", "30.7001", "11.0701", "27.0501", "11.0401", "27.0101", "14.1001", "45.0601"]
CHARGES = [None, 0, 9999, 9999.5, 10000, 19999, 20000, 35000, 60000, 61000]
EARNINGS = [None, 20000, 49999, 50000, 75000, 90000, 100000, 125000, 140000]
COUNTS = [None, 0, 1, 2, 2, 2, 30, 31]
TITLES = ["", "Data Science", "data science", "Learning", "Éclair", "zymurgy", "Zymurgy A"]


def make_catalogue(seed: int, number: int = 60) -> None:
    dice = Random(seed)
    careers = [CareerFactory(slug=f"career-{n}") for n in range(4)]
    universities = [
        InstitutionFactory(
            slug=f"u-{n}",
            name=dice.choice(["Same Name", f"University {n}"]),
            state__code=dice.choice(["CA", "PA", "WA"]),
        )
        for n in range(14)
    ]
    for _ in range(number):
        _add_program(dice, dice.choice(universities), careers)
    for university in dice.sample(universities, 5):
        RoleLinkFactory(career=dice.choice(careers), institution=university)
    RoleLinkFactory(career=None, institution=universities[0])


def _add_program(dice, university, careers):
    cip = dice.choice(CIPS)
    title, level = dice.choice(TITLES), dice.choice([*Level.values, *["masters"] * 5])
    implied = not title and not _has_implied(university)
    field = FieldOfStudyFactory(cip=cip) if cip else None
    program = ProgramFactory(
        institution=university,
        title=title if title or implied else "Untitled",
        level=level,
        award=dice.choice(["", *Award.values]),
        field=field,
        identity=_identity(dice, university, field, level, implied),
        status=dice.choice(["published"] * 9 + ["draft"]),
    )
    low, further = dice.choice([None, 12, 16, 24]), dice.choice([0, 0, 6])
    facts = ProgramFactsFactory.build(
        program=program,
        listed=program.status == "published" and dice.random() < 0.95,
        state=dice.choice([university.state.code] * 9 + [""]),
        control=dice.choice(["", *Control.values]),
        award=program.award,
        level=level,
        cip=cip,
        **{way: dice.random() < 0.3 for way in Delivery.values},
        charge=dice.choice(CHARGES),
        charge_out=dice.choice(CHARGES),
        earnings=dice.choice(EARNINGS),
        completions=dice.choice(COUNTS),
        duration_from=low,
        duration_to=dice.choice([None, low + further]) if low else None,
        rank=dice.choice([None, None, 1, 2, 3]),
    )
    facts.tuition, facts.tuition_out = map(_without_fees, (facts.charge, facts.charge_out))
    facts.save()
    if dice.random() < 0.2:
        RoleLinkFactory(career=dice.choice(careers), institution=university, program=program)


def _without_fees(charge):
    """Fees are what is above the first band: by the tuition alone all would be in it."""
    return charge and min(charge, 5000)


def _has_implied(university):
    return Program.objects.filter(institution=university, identity=Identity.IMPLIED).exists()


def _identity(dice, university, field, level, implied):
    if implied:
        return Identity.IMPLIED
    there = Program.objects.filter(institution=university, field=field, level=level)
    free = field and not there.filter(identity=Identity.REPORTED).exists()
    return dice.choice([Identity.CURATED, Identity.REPORTED] if free else [Identity.CURATED])
