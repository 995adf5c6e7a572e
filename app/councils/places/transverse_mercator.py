"""The map projection of Norwegian maps, to and from degrees: transverse Mercator on the ellipsoid GRS80.

Krüger's series to the fourth order in *n*: right to less than a millimetre anywhere in Norway, also in the zone of a
neighbour. Written out here because it is forty lines (docs/decisions/0007-maps.md).

EUREF89 and WGS84 are taken as the same: their ellipsoids differ by a tenth of a millimetre, and the half metre by which
the plates have drifted apart since 1989 matters to no border between districts.
"""

from cmath import sin
from dataclasses import dataclass
from math import asin, asinh, atan2, atanh, cos, cosh, degrees, hypot, radians, sinh, sqrt
from math import sin as real_sin

EQUATOR_RADIUS = 6_378_137.0
FLATTENING = 1 / 298.257222101

_n = FLATTENING / (2 - FLATTENING)
_ECCENTRICITY = sqrt(FLATTENING * (2 - FLATTENING))
_MERIDIAN_RADIUS = EQUATOR_RADIUS / (1 + _n) * (1 + _n**2 / 4 + _n**4 / 64)
_TO_PLANE = (
    _n / 2 - 2 / 3 * _n**2 + 5 / 16 * _n**3 + 41 / 180 * _n**4,
    13 / 48 * _n**2 - 3 / 5 * _n**3 + 557 / 1440 * _n**4,
    61 / 240 * _n**3 - 103 / 140 * _n**4,
    49561 / 161280 * _n**4,
)
_FROM_PLANE = (
    _n / 2 - 2 / 3 * _n**2 + 37 / 96 * _n**3 - 1 / 360 * _n**4,
    1 / 48 * _n**2 + 1 / 15 * _n**3 - 437 / 1440 * _n**4,
    17 / 480 * _n**3 - 37 / 840 * _n**4,
    4397 / 161280 * _n**4,
)
_TO_LATITUDE = (
    2 * _n - 2 / 3 * _n**2 - 2 * _n**3 + 116 / 45 * _n**4,
    7 / 3 * _n**2 - 8 / 5 * _n**3 - 227 / 45 * _n**4,
    56 / 15 * _n**3 - 136 / 35 * _n**4,
    4279 / 630 * _n**4,
)


@dataclass(frozen=True, slots=True)
class TransverseMercator:
    """A projection around a central meridian, in degrees; the other figures are those of UTM unless told."""

    central_meridian: float
    scale: float = 0.9996
    false_east: float = 500_000.0
    false_north: float = 0.0

    def to_metres(self, longitude: float, latitude: float) -> tuple[float, float]:
        """East and north of a point given in degrees."""
        around = radians(longitude - self.central_meridian)
        sine = real_sin(radians(latitude))
        conformal = sinh(atanh(sine) - _ECCENTRICITY * atanh(_ECCENTRICITY * sine))
        on_sphere = complex(atan2(conformal, cos(around)), asinh(real_sin(around) / hypot(conformal, cos(around))))
        place = on_sphere + _series(_TO_PLANE, on_sphere)
        radius = self.scale * _MERIDIAN_RADIUS
        return self.false_east + radius * place.imag, self.false_north + radius * place.real

    def to_degrees(self, east: float, north: float) -> tuple[float, float]:
        """Longitude and latitude of a point given in metres."""
        radius = self.scale * _MERIDIAN_RADIUS
        place = complex((north - self.false_north) / radius, (east - self.false_east) / radius)
        on_sphere = place - _series(_FROM_PLANE, place)
        around = atan2(sinh(on_sphere.imag), cos(on_sphere.real))
        conformal = asin(real_sin(on_sphere.real) / cosh(on_sphere.imag))
        latitude = conformal + _series(_TO_LATITUDE, complex(conformal)).real
        return self.central_meridian + degrees(around), degrees(latitude)


def _series(factors: tuple[float, ...], angle: complex) -> complex:
    """The sum of ``factor · sin(2j·angle)`` for j = 1, 2, 3, 4."""
    return sum((factor * sin(2 * j * angle) for j, factor in enumerate(factors, start=1)), 0j)
