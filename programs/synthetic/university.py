"""One invented university with all that belongs to it, as records that are not yet saved."""

from collections import defaultdict

from programs.enumerations import Delivery, Identity
from programs.models import Institution, InstitutionAlias, InstitutionField, Program, RoleLink
from programs.synthetic import figures
from programs.synthetic.dice import dice
from programs.synthetic.ground import Ground
from programs.synthetic.popular import AWARDS, CONTROLS, LEVELS, PACES, WAYS
from programs.synthetic.words import (
    QUALIFIERS,
    SUBJECTS,
    acronym,
    place_name,
    summary,
    university_name,
)
from reference.enumerations import Origin

REPORTED = 0.25  # of programs, at most one a field
BESIDE_A_NAMED_ONE = 0.1
WITH_ROLE = 0.2
MADE = {"origin": Origin.SEED, "locator": "invented"}


class University:
    """`size`: its programs. What it draws depends on seed and number alone."""

    def __init__(self, number: int, size: int, seed: int, ground: Ground):
        self.number, self.ground = number, ground
        self.chance = dice(seed, number)
        self.institution = self._institution()
        self.aliases = self._aliases()
        self.programs = [self._program(place) for place in range(size)]
        self.fields = self._fields()
        self.role_links = [link for program in self.programs for link in self._roles(program)]
        self.charges = list(figures.charges(self.institution, ground.record, self.chance))
        self.outcomes = [
            figure
            for field in self.fields
            for figure in figures.outcomes(field, ground.record, self.chance)
        ]
        self.own_figures = [
            figure
            for program in self.programs
            if program.identity == Identity.CURATED
            for figure in figures.own_figures(program, ground.pages, self.chance)
        ]
        self.fees = list(figures.fees(self.institution, ground.record, self.chance))

    def _institution(self):
        name = university_name(self.number)
        return Institution(
            slug=f"synthetic-{self.number}",
            name=name,
            city=place_name(self.chance.randrange(900)),
            state=self.ground.states.draw(self.chance) if self.chance.random() > 0.01 else None,
            control=CONTROLS.draw(self.chance) if self.chance.random() > 0.02 else "",
            source=self.ground.record,
            **MADE,
        )

    def _aliases(self):
        if self.chance.random() < 0.4:
            return []
        name = acronym(self.institution.name)
        return [InstitutionAlias(institution=self.institution, name=name, curated=False)]

    def _program(self, place):
        level = LEVELS.draw(self.chance)
        return Program(
            slug=f"synthetic-{self.number}-{place}",
            institution=self.institution,
            level=level,
            field=self.ground.fields.draw(self.chance) if self.chance.random() > 0.03 else None,
            source=self.ground.record,
            **self._named(level),
            **MADE,
        )

    def _named(self, level):
        subject = self.chance.choice(QUALIFIERS) + SUBJECTS[self._skewed(len(SUBJECTS))]
        award = AWARDS[level].draw(self.chance)
        ways = WAYS.draw(self.chance)
        return {
            "title": f"{award.upper().replace('_', '/') or 'Program'} in {subject}",
            "award": award,
            "delivery": [way for way in Delivery.values if way in ways],
            "pace": list(PACES.draw(self.chance)),
            "summary": summary(self.chance),
        }

    def _skewed(self, number):
        return int(number * self.chance.random() ** 2)

    def _fields(self):
        """Those of its programs; of some a federal file reports only that there are graduates."""
        places = defaultdict(list)
        for program in self.programs:
            if program.field:
                places[program.field, program.level].append(program)
        most = round(len(self.programs) * REPORTED)
        alone = [there[0] for there in places.values() if self._may_be_reported(there)]
        for program in alone[:most]:
            _turn_reported(program)
        return [
            InstitutionField(
                institution=self.institution, field=field, level=level, origin=Origin.SEED
            )
            for field, level in places
        ]

    def _may_be_reported(self, programs):
        """Beside a named one it would be hidden from lists, as a few are."""
        return len(programs) == 1 or self.chance.random() < BESIDE_A_NAMED_ONE

    def _roles(self, program):
        if self.chance.random() > WITH_ROLE:
            return
        for career in dict.fromkeys(self.ground.careers.several(self.chance, 2)):
            yield RoleLink(
                institution=self.institution,
                program=program,
                career=career,
                source=self.ground.pages,
                printed=career.title,
                **MADE,
            )


def _turn_reported(program):
    program.identity, program.mention = Identity.REPORTED, "federal"
    program.title, program.award, program.summary = program.field.title, "", ""
    program.delivery, program.pace = [], []
