"""The tabulations of the question set in pandas: reads a release's tables from CSV, answers cell queries, writes cells.

python3 peer.py FOLDER QUERIES.json CELLS.json

FOLDER holds <table>.csv and columns.json (type by table and column). Prints the seconds and the peak memory as JSON.
Only needed columns are read, each once; coded columns are categories whose empty text means missing; another table's
columns are joined once; a table's frame serves every query.
"""

import json
import os
import sys
import time

import pandas as pd

KEYS = {"persons": "person_id", "incidents": "incident_id"}


def bare(written):
    return written.removesuffix("?")


def is_mark(written):
    return written.startswith("mark.")


def is_sign(written):
    return written.startswith("sign.")


def sign_places(query, written):
    return query["signs"][written.removeprefix("sign.")]


def needs(queries):
    """Columns by table that the queries touch."""
    columns = {}
    for query in queries:
        table = query["from"]
        columns.setdefault(table, set())
        asked = [*query["by"], *query.get("where", {}), *filter(None, [query.get("distinct")])]
        for written in map(bare, asked):
            if is_mark(written):
                columns[table].add("person_id")
                columns.setdefault("force", set()).update(["person_id", "force_type"])
            elif is_sign(written):
                columns[table].add("incident_id")
                for place in sign_places(query, written):
                    columns.setdefault(place["table"], set()).update(["incident_id", place["column"]])
            elif "." in written:
                home, name = written.split(".")
                columns[table].add(KEYS[home])
                columns.setdefault(home, set()).update([KEYS[home], name])
            else:
                columns[table].add(written)
    return columns


def read_table(folder, table, columns, types):
    names = [name for name in types if name in columns]
    dtype = {name: types[name] for name in names}
    has_numbers_missing = any(kind in ("Int16", "Int32", "UInt64", "float64") for kind in dtype.values())
    return pd.read_csv(
        os.path.join(folder, f"{table}.csv"),
        usecols=names,
        dtype=dtype,
        keep_default_na=False,
        na_values={name: [""] for name, kind in dtype.items() if kind != "category"} if has_numbers_missing else None,
        na_filter=has_numbers_missing,
    )


def add_joined(frames, queries):
    """Joins the columns of another table that any query borrows, once for each pair of tables."""
    borrowed = {}
    for query in queries:
        for written in map(bare, query["by"]):
            if "." in written and not is_mark(written) and not is_sign(written):
                home, name = written.split(".")
                borrowed.setdefault((query["from"], home), set()).add(name)
    for (table, home), names in borrowed.items():
        key = KEYS[home]
        names = sorted(name for name in names if name in frames[home])
        right = frames[home].set_index(key)[names].add_prefix(f"{home}.")
        frames[table] = frames[table].join(right, on=key)


def add_marks(frames, queries):
    marks = {f"mark.{name}": types for query in queries for name, types in query.get("marks", {}).items()}
    if not marks:
        return
    force = frames["force"]
    known = force[force["force_type"] != ""]
    used = pd.DataFrame({name: known["force_type"].isin(types) for name, types in marks.items()})
    by_person = used.groupby(known["person_id"]).max().astype("Int8")
    frames["persons"] = frames["persons"].join(by_person, on="person_id")


def add_signs(frames, queries):
    """Joins what incidents were said to be, once for each table that asks; values of a place are looked up once."""
    asked = {}
    for query in queries:
        for written in filter(is_sign, query["by"]):
            asked.setdefault(query["from"], {})[written] = sign_places(query, written)
    known = {}
    for signs in asked.values():
        for place in (place for places in signs.values() for place in places):
            frame = frames.get(place["table"])
            key = (place["table"], place["column"])
            if frame is not None and place["column"] in frame and key not in known:
                known[key] = frame.loc[~missing(frame[place["column"]]), ["incident_id", place["column"]]]
    for table, signs in asked.items():
        joined = {}
        for written, places in signs.items():
            parts = [
                rows[column].isin(place["values"]).groupby(rows["incident_id"], observed=True).max()
                for place in places
                for (home, column), rows in known.items()
                if home == place["table"] and column == place["column"] and len(rows) > 0
            ]
            if parts:
                joined[written] = pd.concat(parts).groupby(level=0, observed=True).max().astype("Int8")
        if joined and table in frames:
            frames[table] = frames[table].join(pd.DataFrame(joined), on="incident_id")


def missing(column):
    return column == "" if isinstance(column.dtype, pd.CategoricalDtype) else column.isna()


def answer(frame, query):
    by = query["by"]
    keep = None
    for written, allowed in query.get("where", {}).items():
        wanted = frame[written].isin(["" if value is None else value for value in allowed])
        keep = wanted if keep is None else keep & wanted
    rows = frame if keep is None else frame[keep]
    absent = [name for name in by if bare(name) not in rows]
    keys = {
        name: (~missing(rows[bare(name)])).astype("int8") if name.endswith("?") else rows[name]
        for name in by
        if name not in absent
    }
    if not keys:
        counted = rows[query["distinct"]].nunique() if "distinct" in query else len(rows)
        return [[[0 if name.endswith("?") else None for name in by], int(counted)]]
    plain = all(not name.endswith("?") for name in keys)
    grouped = rows.groupby(list(keys) if plain else list(keys.values()), observed=True, dropna=False, sort=False)
    counts = grouped[query["distinct"]].nunique() if "distinct" in query else grouped.size()
    return [cell(by, list(keys), key, count) for key, count in counts.items()]


def cell(by, grouped, key, count):
    values = dict(zip(grouped, key if len(grouped) > 1 else [key]))
    return [[plain_value(name, values) for name in by], int(count)]


def plain_value(name, values):
    if name not in values:
        return 0 if name.endswith("?") else None
    value = values[name]
    if pd.isna(value) or value == "":
        return None
    return value if isinstance(value, str) else int(value)


def peak_bytes():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))


def main():
    folder, queries_file, cells_file = sys.argv[1:]
    with open(queries_file) as file:
        queries = json.load(file)
    with open(os.path.join(folder, "columns.json")) as file:
        types = json.load(file)

    started = time.perf_counter()
    frames = {
        table: read_table(folder, table, columns, types[table])
        for table, columns in needs(queries).items()
        if table in types
    }
    read = time.perf_counter()
    add_joined(frames, queries)
    add_marks(frames, queries)
    add_signs(frames, queries)
    joined = time.perf_counter()
    cells = [answer(frames[query["from"]], query) if query["from"] in frames else [] for query in queries]
    ended = time.perf_counter()

    with open(cells_file, "w") as file:
        json.dump(cells, file)
    seconds = {"read": read - started, "join": joined - read, "count": ended - joined}
    cpu = os.times()
    print(json.dumps({"seconds": seconds, "cpuSeconds": cpu.user + cpu.system, "peakBytes": peak_bytes()}))


main()
