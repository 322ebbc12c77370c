# SPDX-License-Identifier: BSL-1.0
"""When the new moons (朔) and the 24 solar terms (节气) happen, and what the clock in Beijing says.

The bodies move as in DE406 of the Jet Propulsion Laboratory, which reaches to 3000; light time,
aberration, precession (IAU 2006) and nutation (IAU 2000A) make apparent longitudes of date. An
instant is a Julian day, in TT unless it is said to be Beijing time; many of them are an array.
"""

import csv
from collections.abc import Callable, Iterable
from pathlib import Path

import de406
import erfa
import numpy as np
from jplephem.ephem import Ephemeris

J2000 = 2451545.0
SECONDS_A_DAY = 86400.0
TROPICAL_YEAR = 365.24219
SYNODIC_MONTH = 29.530588861

EPHEMERIS = Ephemeris(de406)
LIGHT_KM_A_DAY = EPHEMERIS.CLIGHT * SECONDS_A_DAY


def earth(t: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Position and velocity; the ephemeris holds those of Earth and Moon together."""
    together, speed = EPHEMERIS.position_and_velocity("earthmoon", t)
    moon, moon_speed = EPHEMERIS.position_and_velocity("moon", t)
    share = EPHEMERIS.earth_share
    return (together - moon * share).T, (speed - moon_speed * share).T


def position(body: str, t: np.ndarray) -> np.ndarray:
    where = EPHEMERIS.position(body, t).T
    return where + earth(t)[0] if body == "moon" else where


def longitude(body: str, t: np.ndarray) -> np.ndarray:
    """The apparent ecliptic longitude of date, in degrees, seen from the centre of the Earth."""
    here, velocity = earth(t)
    light_time = np.linalg.norm(position(body, t) - here, axis=1) / LIGHT_KM_A_DAY
    seen = position(body, t - light_time) - here
    seen /= np.linalg.norm(seen, axis=1)[:, None]
    beta = velocity / LIGHT_KM_A_DAY
    from_sun = np.linalg.norm(here - position("sun", t), axis=1) / EPHEMERIS.AU
    seen = erfa.ab(seen, beta, from_sun, np.sqrt(1 - (beta**2).sum(axis=1)))
    x, y, _ = np.einsum("nij,nj->in", erfa.ecm06(J2000, t - J2000), seen)
    nutation, _ = erfa.nut06a(J2000, t - J2000)
    return np.degrees(np.arctan2(y, x) + nutation)


def when_zero(angle: Callable, guess: np.ndarray, degrees_a_day: float) -> np.ndarray:
    """The instants, near the guesses, when an angle is zero that grows about so fast."""
    t, step = guess, np.inf
    while np.max(np.abs(step)) > 0.001 / SECONDS_A_DAY:
        step = ((angle(t) + 180) % 360 - 180) / degrees_a_day
        t = t - step
    return t


def solar_terms(years: Iterable[int]) -> np.ndarray:
    """A row for each Gregorian year, from 小寒 (285°) to 冬至 (270°)."""
    wanted = np.array([[285 + 15 * term + 360 * (year - 2000) for term in range(24)]
                       for year in years], float)
    target = wanted.ravel()
    guess = J2000 + (target - 280.46) * TROPICAL_YEAR / 360
    found = when_zero(lambda t: longitude("sun", t) - target, guess, 360 / TROPICAL_YEAR)
    return found.reshape(wanted.shape)


def new_moons(begin: float, end: float) -> np.ndarray:
    """Those between two instants, and a few on either side."""
    count = np.arange((begin - J2000) // SYNODIC_MONTH - 1, (end - J2000) // SYNODIC_MONTH + 3)
    guess = J2000 + 5.1 + count * SYNODIC_MONTH
    return when_zero(lambda t: longitude("moon", t) - longitude("sun", t), guess,
                     360 / SYNODIC_MONTH)


def measured_delta_t() -> np.ndarray:
    lines = (Path(__file__).parent / "delta_t.csv").read_text("utf-8").splitlines()
    return np.array(list(csv.reader(x for x in lines if not x.startswith("#")))[1:], float)


DELTA_T = measured_delta_t()
MEASURED_UNTIL = DELTA_T[-1, 1]
NO_LEAP_SECOND_SINCE_2017 = 69.184  # TT - UTC


def year_of(t: np.ndarray) -> np.ndarray:
    return 2000 + (t - J2000) / 365.25


def delta_t_measured(year: np.ndarray) -> np.ndarray:
    row = np.searchsorted(DELTA_T[:-1, 1], year, "right")
    begin, end, a0, a1, a2, a3 = np.moveaxis(DELTA_T[row], -1, 0)
    t = (year - begin) / (end - begin)
    return a0 + t * (a1 + t * (a2 + t * a3))


def delta_t_foretold(year: np.ndarray) -> np.ndarray:
    """The day exceeds 86400 s by 1.72 t - 3.5 sin(2π(t + 0.75)/14) ms, t in centuries from 1825
    (Morrison et al., see delta_t.csv); this is its sum, joined to what was measured last."""
    def summed(year):
        t = (year - 1825) / 100
        return 36.525 * (0.86 * t**2 + 3.5 * 7 / np.pi * np.cos(np.pi * (t + 0.75) / 7))
    return delta_t_measured(MEASURED_UNTIL) + summed(year) - summed(MEASURED_UNTIL)


def delta_t(t: np.ndarray, leap_seconds: bool) -> np.ndarray:
    """TT - UT: measured, then foretold, or standing still if no leap second is to come. UTC, which
    clocks have kept since 1972, is within 0.9 s of UT."""
    year = year_of(t)
    future = delta_t_foretold(year) if leap_seconds else NO_LEAP_SECOND_SINCE_2017
    return np.where(year < MEASURED_UNTIL, delta_t_measured(year), future)


def beijing_time(t: np.ndarray, leap_seconds: bool = True) -> np.ndarray:
    return t - delta_t(t, leap_seconds) / SECONDS_A_DAY + 8 / 24


def seconds_after_midnight(beijing: np.ndarray) -> np.ndarray:
    """After the nearest midnight; before it they are negative."""
    return (beijing % 1 - 0.5) * SECONDS_A_DAY


def near_midnight(t: np.ndarray) -> np.ndarray:
    """Whether it is within two minutes of midnight, with leap seconds to come or without."""
    return np.any([np.abs(seconds_after_midnight(beijing_time(t, leap_seconds))) <= 120
                   for leap_seconds in (True, False)], axis=0)
