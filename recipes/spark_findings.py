"""Scans an archive of articles with Claimlight on Apache Spark: articles in, findings out as a typed table.

    spark-submit spark_findings.py [--claimlight BINARY] [--parts N] ARTICLES FINDINGS

ARTICLES is a folder or file of .jsonl (also .gz) or Parquet with the columns id, text or html, and if known date, outlet and section.
FINDINGS is a folder that every node sees, or an address that pyarrow opens (s3://, gs://, hdfs://); each part of the archive is written into it
whole, and one that is there is not done again.
"""
import argparse
import json
import os
import subprocess
import tempfile

import pyarrow as pa
from pyarrow import fs
from pyspark import SparkFiles, TaskContext
from pyspark.sql import SparkSession, functions as F, types as T

# What is sent to the binary of an article.
FIELDS = ["id", "text", "html", "date", "outlet", "section"]


def lines(batches):
    """The articles of Arrow batches, a line of JSON each."""
    for batch in batches:
        for article in batch.to_pylist():
            yield json.dumps({key: value for key, value in article.items() if value is not None}, default=str).encode() + b"\n"


# What a task says of the table it wrote. The findings themselves do not pass through Spark: to take them in and write them row by row
# would cost it more than the scan does.
WRITTEN = pa.schema([("table", pa.string()), ("bytes", pa.int64())])


def scanner(binary, folder):
    """A function that pipes the articles of a partition through `binary` and puts the findings as a table into `folder`."""

    def scan(batches):
        path = binary if os.path.exists(binary) else SparkFiles.get(os.path.basename(binary))
        task = TaskContext.get()
        name = f"findings-{task.partitionId():05}.parquet"
        with tempfile.TemporaryDirectory() as own:
            table = os.path.join(own, name)
            # One job: Spark runs as many partitions at once as there are cores.
            pipe([path, "scan", "--from", "jsonl", "--format", "parquet", "--unit", "char", "--keep-failed", "--jobs", "1", "--output", table], lines(batches))
            files, place = opened(folder)
            # It has its name once it is whole; an attempt that is made twice writes the same.
            begun = f"{place}/.{name}.{task.taskAttemptId()}"
            fs.copy_files(table, begun, source_filesystem=fs.LocalFileSystem(), destination_filesystem=files)
            files.move(begun, f"{place}/{name}")
            yield pa.RecordBatch.from_pylist([{"table": name, "bytes": os.path.getsize(table)}], schema=WRITTEN)

    return scan


def pipe(command, lines):
    """Runs a command over lines. Its status 1 says that some documents could not be read; they stand in the column "error"."""
    with tempfile.TemporaryFile() as complaints:
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=complaints)
        try:
            with child.stdin:
                for line in lines:
                    child.stdin.write(line)
        except BrokenPipeError:
            pass  # It ended early; its status says why.
        except BaseException:
            child.kill()
            child.wait()
            raise
        if child.wait() not in (0, 1):
            complaints.seek(0)
            raise RuntimeError(f"claimlight ended with {child.returncode}: {complaints.read()[-500:].decode(errors='replace')}")


def opened(folder):
    """The file system of a folder, and the folder there."""
    return fs.FileSystem.from_uri(folder if "://" in folder else os.path.abspath(folder))


def articles(spark, path):
    """The articles of a folder or file, with the columns that are sent."""
    name = path.rstrip("/")
    is_table = name.endswith(".parquet") or (os.path.isdir(name) and any(file.endswith(".parquet") for file in os.listdir(name)))
    # What the columns hold is said: to find it out, Spark would read all of the archive once more.
    texts = T.StructType([T.StructField(name, T.StringType()) for name in FIELDS])
    read = spark.read.parquet(path) if is_table else spark.read.schema(texts).json(path)
    return read.select([F.col(name) for name in FIELDS if name in read.columns])


# What says that a part is whole, as Spark does it.
DONE = "_SUCCESS"


def is_done(folder):
    """Whether a part was written whole."""
    files, place = opened(folder)
    return files.get_file_info(f"{place}/{DONE}").type == fs.FileType.File


def begin(folder):
    """Makes the folder of a part, without what a run left that was broken off."""
    files, place = opened(folder)
    if files.get_file_info(place).type == fs.FileType.Directory:
        files.delete_dir(place)
    files.create_dir(place)


def end(folder):
    """Marks a part as whole."""
    files, place = opened(folder)
    files.open_output_stream(f"{place}/{DONE}").close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles")
    parser.add_argument("findings")
    parser.add_argument("--claimlight", default="claimlight", help="the binary, built with the feature parquet, or its name among --files")
    parser.add_argument("--parts", type=int, default=1, help="into how many parts to cut the archive; each is a restart point")
    asked = parser.parse_args()
    spark = SparkSession.builder.appName("claimlight").getOrCreate()
    every = articles(spark, asked.articles)
    key = F.coalesce(*[F.col(name).cast("string") for name in ("id", "text", "html") if name in every.columns])
    done = 0
    for part in range(asked.parts):
        path = f"{asked.findings.rstrip('/')}/part={part}"
        if is_done(path):
            done += 1
            continue
        begin(path)
        of_part = every if asked.parts == 1 else every.where(F.pmod(F.xxhash64(key), F.lit(asked.parts)) == part)
        of_part.mapInArrow(scanner(asked.claimlight, path), "table string, bytes long").collect()
        end(path)
    print(f"{asked.parts} parts, of which {done} were there")
    spark.stop()


if __name__ == "__main__":
    main()
