"""The bundled federal rows are what the imports write: see tests/federal_files.py."""

import pytest
from django.apps import apps
from django.db import transaction

from programs.imports.institution_changes import FILLED
from programs.models import Institution, InstitutionField
from reference.enumerations import FEDERAL_ORIGINS, SourceKind
from reference.models import ImportedRecord, Source, figure_models
from tests.federal_files import FEDERAL_FILES
from tests.samples import APPS, run

SCORECARD, BLS, NCES = (FEDERAL_FILES / name for name in ("scorecard", "bls", "nces"))
NAMED_BY_UNITID = {
    "--directory": FEDERAL_FILES / "ipeds" / "hd2024.csv",
    "--completions": FEDERAL_FILES / "ipeds" / "c2024_a.cut.csv",
    "--charges": FEDERAL_FILES / "ipeds" / "ic2023_ay.csv",
    "--institutions": SCORECARD / "MERGED2023_24_PP.cut-columns.csv",
    "--fields": SCORECARD / "FieldOfStudyData1516_1617_PP.slice.csv",
}
# What an import says of itself: whose the record is now, and that its file is no copy.
OF_THE_IMPORT = {"origin", "is_copy", "note", "retrieved_on"}
PLACES = dict.fromkeys(("state_id", "latitude", "longitude"))

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.files,
    pytest.mark.usefixtures("catalogue"),
]


def models():
    every = [model for app in APPS for model in apps.get_app_config(app).get_models()]
    return [model for model in every if issubclass(model, ImportedRecord)]


def rows(last):
    """{table: {key: row}}, up to the last key of each."""
    stored = {model: model._base_manager.filter(pk__lte=last[model]) for model in last}
    return {model: {row["id"]: row for row in found.values()} for model, found in stored.items()}


def schools():
    """The UNITIDs of our universities and of the campuses that share their OPEID."""
    ours = set(Institution.objects.values_list("unitid", flat=True))
    path = NAMED_BY_UNITID["--institutions"]
    listed = [line.split(",")[:3] for line in path.read_text("utf-8").splitlines()]
    opeids = {opeid for unitid, _branch, opeid in listed if unitid in ours}
    return {unitid for unitid, _branch, opeid in listed if opeid in opeids}


def cut(folder, wanted):
    """{option: copy of its file with the header and these schools}, since the whole takes long."""
    copies = {option: folder / path.name for option, path in NAMED_BY_UNITID.items()}
    for option, copy in copies.items():
        header, *lines = NAMED_BY_UNITID[option].read_bytes().splitlines(keepends=True)
        kept = [line for line in lines if line.split(b",")[0].strip(b'"').decode() in wanted]
        copy.write_bytes(b"".join([header, *kept]))
    return copies


def sequence(folder):
    """The commands of docs/federal.md."""
    files = cut(folder, schools())
    ipeds = [f"{option}={files.pop(option)}" for option in list(files)[:3]]
    released = SCORECARD / "Most-Recent-Cohorts-Field-of-Study.2026-06-10.sample.csv"
    return [
        ("import_crosswalk", NCES / "CIPCode2020.csv", NCES / "CIP2020_SOC2018_Crosswalk.xlsx"),
        ("import_ipeds", *ipeds),
        ("import_scorecard", *(f"{option}={path}" for option, path in files.items())),
        ("import_scorecard", f"--fields={released}"),
        ("import_oews", BLS / "national_M2024_dl.xlsx", BLS / "national_M2025_dl.xlsx"),
        ("import_projections", BLS / "occupation_2024-2034.xlsx"),
        ("import_onet", FEDERAL_FILES / "onet", "--edition=29.3"),
    ]


def differences(bundled, after):
    """{(table, column)} of what the imports wrote otherwise."""
    return {
        (model.__name__, column)
        for model, found in bundled.items()
        for pk, row in found.items()
        for column in row.keys() - OF_THE_IMPORT
        if after[model][pk][column] != row[column]
    }


if FEDERAL_FILES.is_dir():

    @pytest.fixture(scope="module")
    def last(catalogue, django_db_blocker):
        with django_db_blocker.unblock():
            return {model: model._base_manager.latest("pk").pk for model in models()}

    @pytest.fixture(scope="module")
    def taken_over(last, django_db_blocker, tmp_path_factory):
        """Bundled rows, and the same after the imports; of universities those fill blanks only."""
        with django_db_blocker.unblock(), transaction.atomic():
            bundled, commands = rows(last), sequence(tmp_path_factory.mktemp("federal"))
            Institution.objects.update(**dict.fromkeys(FILLED[1:], "") | PLACES)
            assert [run(*command)[0] for command in commands] == [0] * len(commands)
            yield bundled, rows(last)
            transaction.set_rollback(True)

    def test_they_are_what_the_imports_write(taken_over):
        bundled, after = taken_over
        # the newest release of earnings is not bundled, and leads once it is there
        newer = {("InstitutionFieldFigure", "headline")}
        assert differences(bundled, after) <= {("InstitutionField", "parent_id"), *newer}

    def test_only_a_field_that_is_not_bundled_becomes_a_parent(taken_over, last):
        bundled, after = (found[InstitutionField] for found in taken_over)
        parents = {pk: row["parent_id"] for pk, row in after.items()}
        assert any(row["parent_id"] for row in bundled.values())
        for pk, row in bundled.items():
            is_new = row["parent_id"] is None and (parents[pk] or 0) > last[InstitutionField]
            assert is_new or parents[pk] == row["parent_id"]

    def test_every_one_is_taken_over(taken_over):
        bundled, after = taken_over
        federal = {
            pk for pk, row in bundled[Source].items() if row["kind"] == SourceKind.GOVERNMENT
        }
        cited = [
            (model, pk)
            for model, found in bundled.items()
            for pk, row in found.items()
            if row.get("source_id") in federal
        ]
        assert len(cited) > 1900
        assert {after[model][pk]["origin"] for model, pk in cited} <= set(FEDERAL_ORIGINS)
        assert all(bundled[Source][pk]["is_copy"] for pk in federal)
        assert not any(after[Source][pk]["is_copy"] for pk in federal)

    def test_of_their_subjects_no_figure_is_missing(taken_over, last):
        for model in figure_models():
            written = model.objects.filter(pk__gt=last[model], source__lte=last[Source])
            subjects = model._meta.get_field("subject").related_model
            assert not written.filter(subject__lte=last[subjects]).exists()

    def test_loading_them_again_changes_nothing(taken_over, last):
        _status, lines = run("load_catalog")
        assert "created 0 + updated 0" in lines[-1]
        assert rows(last) == taken_over[1]
