"""Every table as Parquet, for programs: the types of the descriptor, decimals exact, an empty cell as null."""

from __future__ import annotations

import io
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from scripts.package import Package
from scripts.site.fields import Field, decimals, fields, is_required, tables, value_of
from scripts.site.model.rows import Rows

if TYPE_CHECKING:
    import pyarrow


def parquet_files(package: Package) -> dict[str, bytes]:
    """data/<resource>.parquet for each table: the rows of the CSV, in its order."""
    return {
        f"data/{resource['name']}.parquet": parquet_file(resource, package.tables[resource["name"]])
        for resource in tables(package.descriptor)
    }


def parquet_file(resource: Mapping[str, Any], rows: Rows) -> bytes:
    """One table; the library notes its own version in the file and neither a date nor the machine."""
    import pyarrow as arrow  # only here: no other step needs it, and it takes its time
    from pyarrow import parquet

    columns = fields(resource)
    schema = arrow.schema([column(field, [row[field["name"]] for row in rows]) for field in columns])
    cells = [[cell(field, row[field["name"]]) for row in rows] for field in columns]
    made = io.BytesIO()
    table = arrow.table(dict(zip(schema.names, cells, strict=True)), schema=schema)
    parquet.write_table(table, made, compression="zstd", store_schema=False)  # Parquet's own types say all of it
    return made.getvalue()


def column(field: Field, printed: list[str]) -> pyarrow.Field:
    """Name and type of a column."""
    import pyarrow as arrow

    kinds = {"string": arrow.string(), "integer": arrow.int64(), "year": arrow.int32(), "boolean": arrow.bool_()}
    kind = decimal_type(printed) if field["type"] == "number" else kinds[field["type"]]
    return arrow.field(field["name"], kind, nullable=not is_required(field))


def decimal_type(printed: list[str]) -> pyarrow.DataType:
    """A decimal type that holds every number of a column with all its digits."""
    import pyarrow as arrow

    scale = max(map(decimals, printed), default=0)
    whole = max((len(each.lstrip("-").partition(".")[0]) for each in printed), default=0)
    return arrow.decimal128(max(whole + scale, 1), scale)


def cell(field: Field, printed: str) -> Any:
    """A cell as a value of its column."""
    value = value_of(field, printed)
    return Decimal(value) if field["type"] == "number" and isinstance(value, str) else value
