"""O*NET’s own files, against an independent reading of them: see tests/federal_files.py."""

from collections import Counter, defaultdict

import pytest
from django.db import transaction

from careers.models import (
    AlternateTitle,
    Occupation,
    OccupationSkill,
    OnetOccupation,
    RelatedOccupation,
    RequiredEducation,
)
from tests.careers.imports.onet_raw_rows import CODE, read, rows_of
from tests.federal_files import FEDERAL_FILES
from tests.samples import run

EXCEL = FEDERAL_FILES / "onet"
TEXT = EXCEL / "text-29.0"
EDITIONS = {"onet-29-3": EXCEL, "onet-29-0": TEXT}
TEN = (
    *("11-2021.00", "13-2051.00", "15-1221.00", "15-1252.00", "15-2031.00", "15-2051.00"),
    *("15-2051.01", "17-2199.05", "19-1029.01", "27-2011.00"),
)

pytestmark = [pytest.mark.django_db, pytest.mark.files]


def stored(code, slug):
    """The same of the catalogue."""
    where = {"subject__code": code, "source__slug": slug}
    skills = OccupationSkill.objects.filter(**where)
    return {
        "skills": {s.name: (s.importance, s.level) for s in skills.filter(kind="skill")},
        "technologies": {
            (s.name, s.group): (s.is_hot, s.in_demand) for s in skills.filter(kind="technology")
        },
        "titles": {title.name for title in AlternateTitle.objects.filter(**where)},
        "related": {
            r.related.code: (r.tier, r.position)
            for r in RelatedOccupation.objects.filter(**where).select_related("related")
        },
        "education": {e.category: e.share for e in RequiredEducation.objects.filter(**where)},
    }


def counts(slug):
    models = {
        "titles": AlternateTitle,
        "related": RelatedOccupation,
        "education": RequiredEducation,
    }
    of_kind = OccupationSkill.objects.filter(source__slug=slug)
    return {
        "skills": of_kind.filter(kind="skill").count(),
        "technologies": of_kind.filter(kind="technology").count(),
        **{what: model.objects.filter(source__slug=slug).count() for what, model in models.items()},
    }


if EXCEL.is_dir():

    @pytest.fixture(scope="module")
    def imported(django_db_setup, django_db_blocker):
        """Both editions imported once, the older one last: the lines of each."""
        with django_db_blocker.unblock(), transaction.atomic():
            lines = {
                "onet-29-3": run("import_onet", EXCEL, "--edition", "29.3")[1],
                "onet-29-0": run("import_onet", TEXT)[1],
            }
            yield lines
            transaction.set_rollback(True)

    @pytest.fixture(scope="module")
    def files():
        return {slug: read(folder) for slug, folder in EDITIONS.items()}

    @pytest.mark.parametrize("slug", EDITIONS)
    def test_there_are_as_many_records_as_in_the_files(imported, files, slug):
        expected = {
            what: sum(len(said) for said in codes.values()) for what, codes in files[slug].items()
        }
        assert counts(slug) == expected
        assert expected["technologies"] > 18_000

    def test_every_code_has_its_words_and_job_zone(imported):
        zones = {row[CODE]: int(row["Job Zone"]) for row in rows_of(EXCEL, "Job Zones")}
        expected = {
            (row[CODE], row["Title"], row["Description"], zones.get(row[CODE]))
            for row in rows_of(EXCEL, "Occupation Data")
        }
        fields = ("code", "title", "description", "job_zone")
        assert set(OnetOccupation.objects.values_list(*fields)) == expected
        assert len(expected) == 1016

    def test_every_soc_code_has_its_occupation_and_job_zone(imported):
        of_soc = defaultdict(dict)
        for row in rows_of(EXCEL, "Job Zones"):
            soc, _dot, part = row[CODE].partition(".")
            of_soc[soc][part] = int(row["Job Zone"])
        shared = {
            soc: zones.values() for soc, zones in of_soc.items() if len({*zones.values()}) == 1
        }
        expected = {row[CODE][:7]: None for row in rows_of(EXCEL, "Occupation Data")}
        expected |= {soc: min(zones) for soc, zones in shared.items()}
        expected |= {soc: zones["00"] for soc, zones in of_soc.items() if "00" in zones}
        assert dict(Occupation.objects.values_list("soc", "job_zone")) == expected
        assert Counter(zone is None for zone in expected.values()) == {False: 789, True: 78}

    @pytest.mark.parametrize("slug", EDITIONS)
    @pytest.mark.parametrize("code", TEN)
    def test_ten_occupations_are_as_in_the_raw_rows(imported, files, code, slug):
        expected = {what: codes.get(code, {}) for what, codes in files[slug].items()}
        expected["titles"] = set(expected["titles"])
        assert stored(code, slug) == expected

    @pytest.mark.parametrize(
        ("slug", "options"), [("onet-29-3", ["--edition", "29.3"]), ("onet-29-0", [])]
    )
    def test_a_second_run_of_the_files_changes_nothing(imported, slug, options):
        status, lines = run("import_onet", EDITIONS[slug], *options)
        total = sum(counts(slug).values()) + 867 + (1016 if slug == "onet-29-3" else 0)
        assert status == 0
        unchanged = f"created 0 + updated 0 + unchanged {total} + kept 0 + rejected 0"
        assert lines[-1] == f"read {total} = {unchanged}"

    def test_what_the_folders_lack_is_said(imported):
        assert not any(line.startswith("not imported") for line in imported["onet-29-3"])
        assert "not imported, as the folder does not hold it: Skills" in imported["onet-29-0"]
