#!/usr/bin/env bash
# Runs the Spark job over the sample articles in a cluster of two processes on this machine, and checks what it wrote: the same
# statements as without Spark, read by DuckDB, and loaded into a record that answers like one that read the articles itself.
# recipes/spark/test.sh FOLDER: works in FOLDER, where it installs PySpark and DuckDB. Needs Python 3.9 or later and Java 17.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mkdir -p "$1" && cd "$1" && pwd)
onrecord="node $root/dist/cli/main.js"
cd "$work"
[ -d venv ] || { "${PYTHON:-python3}" -m venv venv && venv/bin/pip install --quiet --disable-pip-version-check pyspark==3.5.3 duckdb==1.1.3; }
python=$work/venv/bin/python
SPARK_HOME=$($python -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
export SPARK_HOME PYSPARK_PYTHON=$python SPARK_LOCAL_IP=127.0.0.1

$onrecord extract "$root/samples/articles" --text >plain.jsonl
node -e 'for (const line of require("fs").readFileSync("plain.jsonl", "utf8").trim().split("\n")) { const { id, article } = JSON.parse(line); console.log(JSON.stringify({ id, ...article })); }' >archive.jsonl

rm -rf out
"$SPARK_HOME/bin/spark-submit" --master 'local-cluster[2,1,1024]' --conf spark.ui.enabled=false --conf spark.executor.memory=512m \
  "$root/recipes/spark/extract.py" archive.jsonl "$work/out" --onrecord "$onrecord" --partitions 3 2>spark.log || { tail -40 spark.log; exit 1; }

$python - <<'PYTHON'
import json

import duckdb

plain = sorted(s["id"] for line in open("plain.jsonl") for s in json.loads(line)["statements"])
found = duckdb.sql("select statement, month, speaker_name, position.stance from read_parquet('out/statements/*/*.parquet', hive_partitioning = true)").fetchall()
assert sorted(row[0] for row in found) == plain, (len(found), len(plain))
months = {row[1] for row in found}
assert len(months) > 5 and all(len(str(month)) == 7 for month in months), months
assert any(row[3] == "only-if" for row in found)
print(f"{len(found)} statements in {len(months)} months, the same as without Spark")
PYTHON

rm -f loaded.sqlite read.sqlite
$onrecord load out/lines/*.gz --record loaded.sqlite
$onrecord add archive.jsonl --record read.sqlite --jobs 1 >/dev/null
$onrecord verify --record loaded.sqlite
for query in '' 'ceasefire' 'speaker:Kessal is:position' 'text:bread' '"final phase"' 'is:figure'; do
  for record in loaded read; do
    $onrecord search "$query" --record $record.sqlite --limit 999 --json >$record.json || [ $? -eq 1 ]
  done
  node -e 'const [a, b] = ["loaded", "read"].map((name) => { const { count, statements } = JSON.parse(require("fs").readFileSync(`${name}.json`)); return JSON.stringify([count, statements.map((one) => [one.id, one.statement.said.from, one.statement.position?.stance, one.wording]).sort()]); }); if (a !== b) { console.error("the loaded record answers otherwise: " + process.argv[1]); process.exit(1); }' "$query"
done
echo "the loaded record answers like the one that read the articles itself"
