#!/usr/bin/env bash
# Runs the lines for one machine over the sample articles: the same statements as in one process. recipes/test.sh FOLDER
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$work"
onrecord() { node "$root/dist/cli/main.js" "$@"; }
export root
export -f onrecord
ids() { node -e 'const ids = []; for (const line of require("fs").readFileSync(0, "utf8").trim().split("\n")) for (const { id } of JSON.parse(line).statements) ids.push(id); console.log(ids.sort().join("\n"));'; }

onrecord extract "$root/samples/articles" --text >plain.jsonl
ids <plain.jsonl >plain.ids
node -e 'for (const line of require("fs").readFileSync("plain.jsonl", "utf8").trim().split("\n")) { const { id, article } = JSON.parse(line); console.log(JSON.stringify({ id, ...article })); }' >archive.jsonl

rm -rf pieces out && mkdir pieces out
split -n l/3 archive.jsonl pieces/piece. --additional-suffix=.jsonl
ls pieces/*.jsonl | xargs -P 2 -I FILE bash -c 'onrecord extract "FILE" --text --jobs 1 | gzip >"out/$(basename "FILE").gz"'
zcat out/*.gz | ids | cmp - plain.ids && echo "xargs: the same $(wc -l <plain.ids) statements"

if command -v parallel >/dev/null && parallel --version 2>/dev/null | grep -q GNU; then
  SHELL=$(command -v bash) parallel --pipe --block 40k --jobs 2 'onrecord extract - --text --jobs 1' <archive.jsonl | ids | cmp - plain.ids && echo "parallel: the same statements"
else
  echo "no GNU parallel here: its line was not run"
fi
