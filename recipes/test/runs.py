"""Runs of the recipes, by the commands that the README shows, so that a test runs what a reader would."""
import os
import shlex
import sys
from pathlib import Path

RECIPES = Path(__file__).resolve().parents[1]
# Programs and Python of the environment that runs the test; Spark talks to nobody else.
ENVIRONMENT = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "PYSPARK_PYTHON": sys.executable,
               "SPARK_LOCAL_IP": "127.0.0.1"}


def documented(begin, folder, **names):
    """The command that begins so, its parts replaced by those named, to be run in a folder, to which the recipes are linked."""
    if not (folder / "recipes").exists():
        (folder / "recipes").symlink_to(RECIPES)
    lines = (RECIPES / "README.md").read_text(encoding="utf-8").splitlines()
    command = shlex.split(next(line for line in lines if line.startswith(begin)), comments=True)
    assert names.keys() <= set(command), command
    return [str(names.get(part, part)) for part in command]


def spark(command, *options):
    """The same with options of spark-submit."""
    return [command[0], "--driver-memory", "1g", "--conf", "spark.ui.enabled=false", *options, *command[1:]]


def of_session(session):
    """The processes of a session, each with the seconds of a core it has taken so far (Linux)."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[3]) == session:
            yield int(path.parent.name), (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
