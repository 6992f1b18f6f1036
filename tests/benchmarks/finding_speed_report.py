"""What was measured, as the tables of docs/benchmarks.md."""

import os
import platform
import sqlite3
import subprocess
from collections import defaultdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

from tests.benchmarks.finding_speed_data import BASE_DIR
from tests.benchmarks.finding_speed_questions import FACETS, QUESTIONS, Question
from tests.benchmarks.finding_speed_servers import DATASETTE

KEPT = BASE_DIR / "docs" / "benchmarks.md"
METHOD = "<!-- measured: what follows is written by `make bench` -->\n"
# DESIGN §8: how many times as fast as Datasette, one visitor at a time
WANTED = {"W1": "≥ 15, then ≥ 25", "W3": "≥ 100", "W4": "≥ 15", "W6": "≥ 15"}
WANTED |= {"W4n": "≥ 2", "W6n": "≥ 2"}


class Report:
    def __init__(self, sizes):
        self.sizes, self.rows = sizes, 0
        self.began = datetime.now(UTC)
        self.busy_before = os.getloadavg()[0]
        self.pages: dict = defaultdict(lambda: defaultdict(list))  # {(size, question): {side: []}}
        self.loads: dict = defaultdict(list)  # {(question, visitors): [(ours, theirs)]}
        self.disagreements: list[str] = []
        self.counts: dict[str, int] = {}

    def note_pages(self, size, answers) -> None:
        for key, sides in answers.items():
            for side, milliseconds in sides.items():
                self.pages[size, key][side].append(milliseconds)

    def note_load(self, question: Question, visitors, ours, theirs) -> None:
        self.loads[question.key, visitors].append((ours, theirs))

    def note_counts(self, question: Question, shown, theirs, plain) -> None:
        """What Datasette counts otherwise is left out: a facet with its own filter set, and on a
        later page only the rows that follow.
        """
        self.counts[question.key] = plain["count"]
        if not shown == theirs["count"] == plain["count"]:
            self._differ(question, "programs", shown, theirs["count"], plain["count"])
        for facet in () if question.deep else FACETS:
            if facet in question.filters or (facet == "delivery" and "online" in question.filters):
                continue
            counted = {value: n for value, n in plain[facet].items() if n}
            if counted != {value: n for value, n in theirs[facet].items() if n}:
                self._differ(question, facet, "–", theirs[facet], counted)

    def _differ(self, question, what, shown, theirs, plain) -> None:
        told = f"site {shown}, Datasette {theirs}, SQL {plain}"
        self.disagreements.append(f"{question.key}, {what}: {told}"[:300])

    def write(self, size) -> None:
        kept = KEPT.read_text("utf-8") if KEPT.is_file() else METHOD
        method = kept.partition(METHOD)[0]
        KEPT.write_text(f"{method}{METHOD}\n{self.text(size)}", "utf-8")

    def text(self, size) -> str:
        parts = [self._when(), self._agreement(), self._against(size), self._beside_sql(size)]
        return "\n".join([*parts, self._growth()])

    def _when(self) -> str:
        processor = next(
            (
                line.partition(":")[2].strip()
                for line in Path("/proc/cpuinfo").read_text().splitlines()
                if line.startswith("model name")
            ),
            platform.processor(),
        )
        other = subprocess.run([DATASETTE, "--version"], capture_output=True, text=True, check=True)
        commit = subprocess.run(
            ["git", "describe", "--always", "--dirty"],
            cwd=BASE_DIR,
            capture_output=True,
            text=True,
        )
        return (
            f"Measured on {self.began:%d %B %Y}, {self.began:%H:%M} UTC, at commit "
            f"{commit.stdout.strip() or 'unknown'}.\n"
            f"Machine: {processor}, {os.cpu_count()} cores; load {self.busy_before:.1f} when it "
            f"began, {os.getloadavg()[0]:.1f} when it ended.\n"
            f"Python {platform.python_version()}, Django {version('django')}, SQLite "
            f"{sqlite3.sqlite_version}, gunicorn {version('gunicorn')}, {other.stdout.strip()}.\n"
        )

    def _agreement(self) -> str:
        if not self.disagreements:
            return "The site, Datasette and plain SQL found the same numbers in every question.\n"
        lines = "\n".join(f"- {line}" for line in self.disagreements)
        return f"**They did not find the same**, so these questions do not compare:\n\n{lines}\n"

    def _against(self, size) -> str:
        lines = [
            f"## Against Datasette: {size:,} programs, {self.rows:,} in the list\n",
            "| | question | programs found | visitors | Datasette ms | site ms | times as fast | "
            "wanted | site, 99 in 100 | KB, Datasette | KB, site |",
            "|---|---|---:|---:|---:|---:|---:|---|---:|---:|---:|",
        ]
        for question in QUESTIONS:
            for (key, visitors), rounds in self.loads.items():
                if key == question.key:
                    lines.append(self._load_line(question, visitors, rounds))
        return "\n".join(lines) + "\n"

    def _load_line(self, question, visitors, rounds):
        ratio = median(theirs.middle / ours.middle for ours, theirs in rounds)
        found = "" if question.texts else f"{self.counts[question.key]:,}"
        cells = [
            *(question.key, question.words, found, visitors),
            *(_ms(median(theirs.middle for _ours, theirs in rounds)),),
            *(_ms(median(ours.middle for ours, _theirs in rounds)), f"**{ratio:.3g}**"),
            WANTED.get(question.key, "") if visitors == 1 else "",
            _ms(median(ours.slow for ours, _theirs in rounds)),
            *(f"{rounds[0][1].size / 1000:.0f}", f"{rounds[0][0].size / 1000:.0f}"),
        ]
        return f"| {' | '.join(map(str, cells))} |"

    def _beside_sql(self, size) -> str:
        lines = [
            f"## Beside plain SQL: {size:,} programs, in one process\n",
            "| | question | SQL fetch ms | page ms | page / SQL | page / trivial page |",
            "|---|---|---:|---:|---:|---:|",
        ]
        for question in QUESTIONS:
            sides = self.pages[size, question.key]
            page, sql, trivial = (sides[side] for side in ("page", "sql", "trivial"))
            lines.append(
                f"| {question.key} | {question.words} | {_ms(median(sql))} | {_ms(median(page))} | "
                f"{_ratio(page, sql)} | {_ratio(page, trivial)} |"
            )
        return "\n".join(lines) + "\n"

    def _growth(self) -> str:
        sizes = sorted(self.sizes)
        titles = " | ".join(f"{size:,} ms" for size in sizes)
        growths = " | ".join(f"{size:,} / {sizes[0]:,}" for size in sizes[1:])
        lines = ["## Growth: the page in one process\n", f"| | question | {titles} | {growths} |"]
        lines.append(f"|---|---|{'---:|' * (2 * len(sizes) - 1)}")
        for question in QUESTIONS:
            pages = [self.pages[size, question.key]["page"] for size in sizes]
            cells = [_ms(median(page)) for page in pages]
            cells += [_ratio(page, pages[0]) for page in pages[1:]]
            lines.append(f"| {question.key} | {question.words} | {' | '.join(cells)} |")
        deep = self.pages[sizes[-1], "W7"]["page"]
        first = self.pages[sizes[-1], "W1"]["page"]
        lines.append(f"\nThe page at 90 % of the list takes {_ratio(deep, first)} times page 1.")
        return "\n".join(lines) + "\n"


def _ms(milliseconds: float) -> str:
    return f"{milliseconds:.3g}" if milliseconds < 1000 else f"{milliseconds:,.0f}"


def _ratio(ours, others) -> str:
    """Of each round by itself, then the middle one."""
    return f"{median(one / other for one, other in zip(ours, others, strict=True)):.2f}"
