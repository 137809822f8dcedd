"""Reads an archive of articles with `onrecord extract` on every machine of a Spark cluster.

    spark-submit extract.py ARCHIVE OUTPUT [--onrecord COMMAND] [--partitions N] [--files]

ARCHIVE is JSON Lines (a file, a folder, a pattern, any address that Spark reads), cut into partitions; with --files it names
files of any kind that OnRecord reads (WARC, HTML, feeds), on a disk that every machine has, each of which is read by one task.

OUTPUT/lines holds the lines of `onrecord extract --text`, gzipped: `onrecord load OUTPUT/lines/*.gz` files them into a record.
OUTPUT/statements holds one row a statement as Parquet, in a folder for each month of publication.
"""

import argparse
import glob
import shlex

from pyspark.sql import SparkSession
from pyspark.sql import functions as f
from pyspark.sql.types import ArrayType, BooleanType, DoubleType, IntegerType, StringType, StructField, StructType


def struct(**fields):
    return StructType([StructField(name, kind) for name, kind in fields.items()])


TEXT, WHOLE, NUMBER, YES = StringType(), IntegerType(), DoubleType(), BooleanType()
SPAN = struct(start=WHOLE, end=WHOLE)
WORDS = struct(start=WHOLE, end=WHOLE, text=TEXT)

# What docs/extract-format.md describes, as far as a table needs it. Fields that are added later are passed over.
LINE = struct(
    format=WHOLE,
    id=TEXT,
    engine=TEXT,
    article=struct(title=TEXT, outlet=TEXT, published=TEXT, url=TEXT, language=TEXT, sha256=TEXT, wire=TEXT, authors=ArrayType(TEXT)),
    statements=ArrayType(
        struct(
            id=TEXT,
            content=ArrayType(SPAN),
            within=TEXT,
            manner=TEXT,
            mode=TEXT,
            words=TEXT,
            speaker=struct(kind=TEXT, name=TEXT, id=TEXT, wikidata=TEXT),
            said=struct(**{"from": TEXT}, to=TEXT, basis=TEXT, retold=YES, edtf=TEXT, evidence=SPAN),
            addressee=WORDS,
            occasion=WORDS,
            act=TEXT,
            whom=TEXT,
            position=struct(target=SPAN, stance=TEXT, condition=SPAN, evidence=SPAN),
            figures=ArrayType(struct(value=NUMBER, unit=TEXT, qualifier=TEXT, start=WHOLE, end=WHOLE)),
            confidence=NUMBER,
        )
    ),
)

# What could not be read is told on the task's own standard error; it does not end the job.
SOME_INPUT_FAILED = 3


def extract(given, source):
    command = f"{given} extract {source} --text --jobs 1"
    return f"sh -c {shlex.quote(command + f' || [ $? -eq {SOME_INPUT_FAILED} ]')}"


def lines_of(spark, options):
    if not options.files:
        # Files that cannot be cut, such as gzipped ones, are spread again after they were opened.
        articles = spark.sparkContext.textFile(options.archive, options.partitions).repartition(options.partitions)
        return articles.pipe(extract(options.onrecord, "-"), checkCode=True)
    files = sorted(glob.glob(options.archive))
    if not files:
        raise SystemExit(f"{options.archive}: no file of this name")
    paths = spark.sparkContext.parallelize(files, len(files))
    # One path a task, on its standard input.
    return paths.pipe(extract(options.onrecord, '"$(cat)"'), checkCode=True)


def statements_of(spark, lines):
    row = f.col("statement")
    article = f.col("article")
    return (
        spark.read.schema(LINE)
        .json(lines)
        .select("engine", "article", f.explode("statements").alias("statement"))
        .select(
            "engine",
            *[article[name].alias(name) for name in ("sha256", "outlet", "title", "published", "url", "language", "wire")],
            row["id"].alias("statement"),
            *[row[name].alias(name) for name in ("words", "manner", "mode", "act", "whom", "within", "confidence", "figures")],
            *[row["speaker"][name].alias(f"speaker_{name}") for name in ("kind", "name", "id", "wikidata")],
            *[row["said"][name].alias(f"said_{name}") for name in ("from", "to", "basis", "retold", "edtf")],
            row["addressee"]["text"].alias("addressee"),
            row["occasion"]["text"].alias("occasion"),
            row["position"].alias("position"),
            row["content"].alias("content"),
            f.coalesce(f.substring(article["published"], 1, 7), f.lit("unknown")).alias("month"),
        )
    )


def main():
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("archive")
    reader.add_argument("output")
    reader.add_argument("--onrecord", default="onrecord", help="the command on every machine")
    reader.add_argument("--partitions", type=int, default=64, help="how many tasks; a task reads some thousand articles")
    reader.add_argument("--files", action="store_true", help="one task for each file of any kind")
    options = reader.parse_args()
    spark = SparkSession.builder.appName("onrecord-extract").getOrCreate()
    lines = f"{options.output}/lines"
    lines_of(spark, options).saveAsTextFile(lines, "org.apache.hadoop.io.compress.GzipCodec")
    statements_of(spark, lines).write.partitionBy("month").parquet(f"{options.output}/statements")
    spark.stop()


if __name__ == "__main__":
    main()
