"""Make the desk's map of the world from Natural Earth's countries at 1:110m (public domain); never run at run time.

Reads the folder ``naturalearth_lowres`` of geopandas 0.14 with pyshp, and the capitals of countries that are too small
for this scale from the packs' table of places (GeoNames, CC BY 4.0). Writes ``mithaq/web/static/world.json``: for each
ISO 3166-1 code an SVG path or a point, in the Equal Earth projection. Lines are Natural Earth's and decide nothing.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

import shapefile

PACKAGE = Path(__file__).resolve().parent.parent / "mithaq"
COUNTRIES = PACKAGE / "languages" / "universal" / "countries.tsv"
PLACES = PACKAGE / "languages" / "universal" / "places.tsv"
TARGET = PACKAGE / "web" / "static" / "world.json"

# Natural Earth's names where they are not those of the packs. Land that is nobody's code keeps its own.
OTHER_NAMES = {
    "W. Sahara": "EH", "United States of America": "US", "Dem. Rep. Congo": "CD", "Dominican Rep.": "DO",
    "Falkland Is.": "FK", "Greenland": "GL", "Fr. S. Antarctic Lands": "TF", "Puerto Rico": "PR",
    "Central African Rep.": "CF", "Congo": "CG", "Eq. Guinea": "GQ", "eSwatini": "SZ", "New Caledonia": "NC",
    "Solomon Is.": "SB", "Czechia": "CZ", "N. Cyprus": "X1", "Somaliland": "X2", "Bosnia and Herz.": "BA",
    "S. Sudan": "SS",
}  # fmt: skip
LEFT_OUT = ("Antarctica",)

# Equal Earth (Šavrič, Patterson, Jenny 2018): areas keep their proportion, coasts their looks.
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
HALF_WIDTH = 2.7066297
WIDTH = 1000.0
HIGHEST, LOWEST = 84.0, -56.5
SMALLEST_RING = 0.6
"""Square units of the drawing; smaller islands are no more than dust."""


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees to units of the drawing, y from its upper edge down."""
    x, y = _equal_earth(longitude, latitude)
    _, top = _equal_earth(0, HIGHEST)
    scale = WIDTH / (2 * HALF_WIDTH)
    return (x + HALF_WIDTH) * scale, (top - y) * scale


def _equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    theta = asin(sqrt(3) / 2 * sin(radians(latitude)))
    square, sixth = theta**2, theta**6
    slope = 9 * A4 * sixth * square + 7 * A3 * sixth + 3 * A2 * square + A1
    x = 2 * sqrt(3) * radians(longitude) * cos(theta) / (3 * slope)
    return x, A4 * theta**9 + A3 * theta**7 + A2 * theta**3 + A1 * theta


def path_of(points: Sequence[tuple[float, float]], parts: Sequence[int]) -> str:
    """The rings of one shape as an SVG path, relative and rounded to half a unit."""
    rings = []
    for start, end in zip(parts, [*parts[1:], len(points)], strict=True):
        ring = _rounded(project(*point[:2]) for point in points[start:end])
        if len(ring) > 2 and _area(ring) >= SMALLEST_RING:
            rings.append(ring)
    return "".join(_ring_path(ring) for ring in rings)


def _rounded(points: Iterable[tuple[float, float]]) -> list[tuple[int, int]]:
    """In fifths of a unit, without points that fall together."""
    ring: list[tuple[int, int]] = []
    for x, y in points:
        point = (round(x * 5), round(y * 5))
        if not ring or ring[-1] != point:
            ring.append(point)
    return ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring


def _area(ring: list[tuple[int, int]]) -> float:
    following = [*ring[1:], ring[0]]
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(ring, following, strict=True))) / 50


def _ring_path(ring: list[tuple[int, int]]) -> str:
    steps = [f"M{_number(ring[0][0])},{_number(ring[0][1])}l"]
    for (x, y), (u, v) in pairwise(ring):
        steps.append(f"{_number(u - x)},{_number(v - y)} ")
    return "".join(steps).rstrip() + "z"


def _number(fifths: int) -> str:
    return f"{fifths / 5:g}"


def read_countries() -> dict[str, tuple[str, str]]:
    """ISO code → English name and English name of the capital."""
    rows = (line.split("\t") for line in COUNTRIES.read_text(encoding="utf-8").splitlines())
    return {row[0]: (row[1], row[4]) for row in rows if len(row) >= 5 and len(row[0]) == 2}


def read_places() -> dict[tuple[str, str], tuple[float, float]]:
    """Name and country → longitude and latitude."""
    found = {}
    for line in PLACES.read_text(encoding="utf-8").splitlines():
        row = line.replace("|", "\t").split("\t")
        if len(row) == 4 and not line.startswith("#"):
            found[row[0], row[1]] = (float(row[3]), float(row[2]))
    return found


def main() -> None:
    """Write the map; the same shapes give the same bytes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder naturalearth_lowres")
    arguments = parser.parse_args()
    countries = read_countries()
    codes = {name: code for code, (name, _) in countries.items()} | OTHER_NAMES
    paths: dict[str, str] = {}
    with shapefile.Reader(str(arguments.folder / "naturalearth_lowres.shp"), encoding="iso_8859_1") as reader:
        for item in reader.iterShapeRecords():
            name = item.record["name"]
            path = "" if name in LEFT_OUT else path_of(item.shape.points, item.shape.parts)
            if path:
                paths[codes[name]] = path
    places = read_places()
    points = {
        code: [round(part, 1) for part in project(*places[capital, code])]
        for code, (_, capital) in countries.items()
        if code not in paths and (capital, code) in places
    }
    height = round(project(0, LOWEST)[1])
    drawing = {"width": int(WIDTH), "height": height, "paths": paths, "points": points}
    TARGET.write_text(json.dumps(drawing, sort_keys=True, separators=(",", ":")) + "\n", encoding="utf-8")
    lacking = sorted(countries.keys() - paths.keys() - points.keys())
    print(f"{len(paths)} shapes, {len(points)} points; without either: {', '.join(lacking) or 'none'}")


if __name__ == "__main__":
    main()
