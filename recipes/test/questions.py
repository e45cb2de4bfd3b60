"""Asks the five questions of a small archive, as the README shows it, and compares the answers with those found by reading it.

    questions.py CLAIMLIGHT

CLAIMLIGHT is the binary, built with the feature parquet. The archive is articles.jsonl beside this file, its answers are answers.csv.
"""
import subprocess
import sys
import tempfile
from pathlib import Path

from runs import ENVIRONMENT, documented

HERE = Path(__file__).resolve().parent
CLAIMLIGHT = str(Path(sys.argv[1]).resolve())


def answers(folder, table):
    """What DuckDB answers of a table, as CSV."""
    subprocess.run([CLAIMLIGHT, "scan", "--format", table.rpartition(".")[2], "--output", table, HERE / "articles.jsonl"], cwd=folder, check=True)
    duckdb, *rest = documented("duckdb", folder)
    command = [duckdb, "-csv", "-nullvalue", "NULL", *(part.replace("findings.parquet", table) for part in rest)]
    ran = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)
    assert ran.returncode == 0 and not ran.stderr, ran.stderr
    return ran.stdout


def main():
    expected = (HERE / "answers.csv").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for table in ("findings.parquet", "findings.csv"):
            given = answers(Path(folder), table)
            assert given == expected, f"of {table}:\n{given}\nexpected:\n{expected}"
    print("DuckDB: five questions answered as expected, of Parquet and of CSV")


if __name__ == "__main__":
    main()
