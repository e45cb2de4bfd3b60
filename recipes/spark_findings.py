"""Scans an archive of articles with Claimlight on Apache Spark: articles in, findings out as a typed table.

    spark-submit spark_findings.py [--claimlight BINARY] [--parts N] ARTICLES FINDINGS

ARTICLES is a folder or file of .jsonl (also .gz) or Parquet with the columns id, text or html, and if known date, outlet and section.
FINDINGS is a folder; each part of the archive is written into it whole, and one that is there is not done again.
"""
import argparse
import json
import os
import subprocess
import tempfile
import threading

import pyarrow as pa
import pyarrow.csv
from pyspark import SparkFiles
from pyspark.sql import SparkSession, functions as F, types as T

# The columns of `claimlight scan --format csv`, with what they hold.
TEXTS = ["document", "date", "outlet", "section", "finding", "words", "sentence", "source", "source_kind", "source_role", "cue", "cue_type",
         "directness", "category", "level", "voice", "support", "holds", "reason", "error"]
COLUMNS = {**{name: pa.string() for name in TEXTS}, "start": pa.int64(), "end": pa.int64(), "n_words": pa.int64(),
           "loaded": pa.bool_(), "confidence": pa.float64()}
SPARK_TYPES = {pa.string(): T.StringType(), pa.int64(): T.LongType(), pa.bool_(): T.BooleanType(), pa.float64(): T.DoubleType()}
SCHEMA = T.StructType([T.StructField(name, SPARK_TYPES[kind]) for name, kind in COLUMNS.items()])

# What is sent to the binary of an article.
FIELDS = ["id", "text", "html", "date", "outlet", "section"]


def lines(batches):
    """The articles of Arrow batches, a line of JSON each."""
    for batch in batches:
        for article in batch.to_pylist():
            yield json.dumps({key: value for key, value in article.items() if value is not None}, default=str).encode() + b"\n"


def scanner(binary):
    """A function that pipes the articles of a partition through `binary` and gives the findings as Arrow batches."""

    def scan(batches):
        path = binary if os.path.exists(binary) else SparkFiles.get(os.path.basename(binary))
        # One job: Spark runs as many partitions at once as there are cores.
        command = [path, "scan", "--from", "jsonl", "--format", "csv", "--unit", "char", "--keep-failed", "--jobs", "1"]
        complaints = tempfile.TemporaryFile()
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints)
        failure = []

        def feed():
            try:
                with child.stdin:
                    for line in lines(batches):
                        child.stdin.write(line)
            except Exception as error:  # The reader below ends when the pipe does; then this is told.
                failure.append(error)

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        convert = pa.csv.ConvertOptions(column_types=COLUMNS, include_columns=list(COLUMNS), strings_can_be_null=True,
                                        quoted_strings_can_be_null=False, null_values=[""])
        parse = pa.csv.ParseOptions(newlines_in_values=True)
        read = pa.csv.ReadOptions(block_size=8 << 20)
        yield from pa.csv.open_csv(child.stdout, read_options=read, parse_options=parse, convert_options=convert)
        feeder.join()
        # 1 says that some documents could not be read; they stand in the column "error".
        if failure or child.wait() not in (0, 1):
            complaints.seek(0)
            said = complaints.read()[-500:].decode(errors="replace")
            raise RuntimeError(f"claimlight ended with {child.returncode}: {said} {failure}")

    return scan


def articles(spark, path):
    """The articles of a folder or file, with the columns that are sent."""
    name = path.rstrip("/")
    is_table = name.endswith(".parquet") or (os.path.isdir(name) and any(file.endswith(".parquet") for file in os.listdir(name)))
    read = spark.read.parquet(path) if is_table else spark.read.json(path)
    return read.select([F.col(name) for name in FIELDS if name in read.columns])


def is_done(spark, path):
    """Whether a part was written whole: Spark leaves a mark then."""
    hadoop = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(path + "/_SUCCESS")
    return hadoop.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()).exists(hadoop)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles")
    parser.add_argument("findings")
    parser.add_argument("--claimlight", default="claimlight", help="the binary, or its name among --files")
    parser.add_argument("--parts", type=int, default=1, help="into how many parts to cut the archive; each is a restart point")
    asked = parser.parse_args()
    spark = SparkSession.builder.appName("claimlight").getOrCreate()
    every = articles(spark, asked.articles)
    key = F.coalesce(*[F.col(name).cast("string") for name in ("id", "text", "html") if name in every.columns])
    done = 0
    for part in range(asked.parts):
        path = f"{asked.findings.rstrip('/')}/part={part}"
        if is_done(spark, path):
            done += 1
            continue
        of_part = every if asked.parts == 1 else every.where(F.pmod(F.xxhash64(key), F.lit(asked.parts)) == part)
        of_part.mapInArrow(scanner(asked.claimlight), SCHEMA).write.mode("overwrite").parquet(path)
    print(f"{asked.parts} parts, of which {done} were there")
    spark.stop()


if __name__ == "__main__":
    main()
