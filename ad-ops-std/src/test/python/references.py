"""Writes wide-unary.csv and wide-binary.csv: references over whole domains, tails and ends.

Made with mpmath from the exact binary64 argument; derivatives are central differences at 160
digits with a step of 1e-30 of the distance to the nearest singularity. Usage:
python3 references.py <directory>
"""
import math
import random
import sys

from mpmath import mp, mpf

mp.dps = 160
random.seed(20)
INF = mpf("inf")


def spread(low, high, count=14):
    """Magnitudes between low and high, evenly on a logarithmic scale."""
    return [math.exp(random.uniform(math.log(low), math.log(high))) for _ in range(count)]


def both(low, high, count=14):
    return [random.choice([-1, 1]) * x for x in spread(low, high, count)]


def flat(low, high, count=14):
    return [random.uniform(low, high) for _ in range(count)]


def near(point, low=1e-9, high=0.1, side=0, count=8):
    return [point + (side or random.choice([-1, 1])) * x for x in spread(low, high, count)]


def log_abs_gamma(x):
    return mp.log(abs(mp.gamma(x)))


def phi(x):
    return mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi)


def sigmoid(x):
    return 1 / (1 + mp.exp(-x))


def erfinv(x):
    """mpmath's erfinv is limited in precision near the ends: refine by Newton."""
    y = mp.erfinv(mpf(x)) if abs(x) < mpf("0.999999") else mp.sqrt(-mp.log((1 - abs(x)) * 2)) * mp.sign(x)
    for _ in range(60):
        y_next = y - (mp.erf(y) - x) * mp.sqrt(mp.pi) / 2 * mp.exp(y * y)
        if abs(y_next - y) < abs(y) * mpf(10) ** -150:
            return y_next
        y = y_next
    return y


def erfcinv(x):
    if x > mpf("0.01"):
        return erfinv(1 - x)
    y = mp.sqrt(-mp.log(x))
    for _ in range(200):
        f = mp.log(mp.erfc(y)) - mp.log(x)
        step = f / (-2 / mp.sqrt(mp.pi) * mp.exp(-y * y) / mp.erfc(y))
        y -= step
        if abs(step) < abs(y) * mpf(10) ** -150:
            break
    return y


ZERO = [0]
UNARY = {  # name: (function, points, singularities)
    "exp": (mp.exp, both(1e-9, 600), []),
    "expm1": (mp.expm1, both(1e-9, 600) + flat(-40, -1), []),
    "exp2": (lambda x: mpf(2) ** x, both(1e-9, 900), []),
    "log": (mp.log, spread(1e-100, 1e100) + near(1), ZERO),
    "log1p": (mp.log1p, both(1e-9, 0.9) + spread(1, 1e200) + near(-1, side=1), [-1]),
    "log2": (lambda x: mp.log(x) / mp.log(2), spread(1e-100, 1e100) + near(1) + [8, 2**-29, 2**29], ZERO),
    "log10": (mp.log10, spread(1e-100, 1e100) + near(1), ZERO),
    "logit": (lambda x: mp.log(x / (1 - x)), flat(0, 1) + near(0.5) + near(0, side=1) + near(1, side=-1), [0, 1]),
    "sqrt": (mp.sqrt, spread(1e-100, 1e100), ZERO),
    "cbrt": (lambda x: mp.sign(x) * mp.cbrt(abs(x)), both(1e-60, 1e60), ZERO),
    "reciprocal": (lambda x: 1 / x, both(1e-60, 1e60), ZERO),
    "sin": (mp.sin, both(1e-9, 1e6), []),
    "cos": (mp.cos, both(1e-9, 1e6), []),
    "tan": (mp.tan, both(1e-9, 100) + near(float(mp.pi / 2)), []),
    "asin": (mp.asin, both(1e-9, 1) + near(1, side=-1) + near(-1, side=1), [-1, 1]),
    "acos": (mp.acos, both(1e-9, 1) + near(1, side=-1) + near(-1, side=1), [-1, 1]),
    "atan": (mp.atan, both(1e-9, 1e9), []),
    "sinh": (mp.sinh, both(1e-9, 600), []),
    "cosh": (mp.cosh, both(1e-9, 600), []),
    "sech": (mp.sech, both(1e-9, 300), []),
    "tanh": (mp.tanh, both(1e-9, 300) + flat(5, 30), []),
    "asinh": (mp.asinh, both(1e-9, 1e60), []),
    "acosh": (mp.acosh, spread(1.001, 1e60) + near(1, side=1), [1]),
    "atanh": (mp.atanh, both(1e-9, 1) + near(1, side=-1) + near(-1, side=1), [-1, 1]),
    "sigmoid": (sigmoid, both(1e-9, 600), []),
    "softplus": (lambda x: mp.log1p(mp.exp(x)), both(1e-9, 600), []),
    "logsigmoid": (lambda x: -mp.log1p(mp.exp(-x)), both(1e-9, 600), []),
    "silu": (lambda x: x * sigmoid(x), both(1e-9, 600), []),
    "gelu": (lambda x: x * mp.ncdf(x), both(1e-9, 35) + flat(-35, -5), []),
    "erf": (mp.erf, both(1e-9, 6), []),
    "erfc": (mp.erfc, both(1e-9, 6) + flat(2, 26), []),
    "erfinv": (erfinv, both(1e-9, 1) + near(1, 1e-15, 0.1, -1) + near(-1, side=1), [-1, 1]),
    "erfcinv": (erfcinv, spread(1e-90, 1) + flat(1, 2) + near(1), [0, 2]),
    "normcdf": (mp.ncdf, both(1e-9, 8) + flat(-37, -5), []),
    "normpdf": (phi, both(1e-9, 37), []),
    "norminv": (lambda p: -mp.sqrt(2) * erfcinv(2 * p), spread(1e-90, 0.5) + flat(0.5, 1) + near(0.5), [0, 1]),
    "gamma": (mp.gamma, spread(1e-9, 1) + flat(1, 165) + near(1.4616, 1e-4) + flat(-20, 0), range(-21, 1)),
    "lgamma": (log_abs_gamma, spread(1e-9, 1e9) + flat(0.5, 4) + near(1) + near(2) + flat(-20, 0), range(-21, 1)),
    "digamma": (mp.digamma, spread(1e-9, 1e9) + flat(0.5, 4) + near(1.4616) + flat(-20, 0), range(-21, 1)),
    "trigamma": (lambda x: mp.psi(1, x), spread(1e-9, 1e9) + flat(0.5, 4) + flat(-20, 0), range(-21, 1)),
    "besselj0": (lambda x: mp.besselj(0, x), both(1e-9, 1) + both(1, 1e5, 30), []),
    "besselj1": (lambda x: mp.besselj(1, x), both(1e-9, 1) + both(1, 1e5, 30), []),
    "besseli0": (lambda x: mp.besseli(0, x), both(1e-9, 1) + both(1, 690, 30), []),
    "besseli1": (lambda x: mp.besseli(1, x), both(1e-9, 1) + both(1, 690, 30), []),
    "lambertw": (lambda x: mp.lambertw(x).real, spread(1e-9, 1e200) + [-x for x in spread(1e-9, 0.36)] + near(float(-mp.exp(-1)), side=1), [-mp.exp(-1)]),
    "sinc": (lambda x: mp.sin(x) / x, both(1e-9, 1) + both(0.5, 100, 30), []),
}


def away(point, singularities):
    distance = min([abs(point - s) for s in singularities] + [max(abs(point), mpf("1e-3"))])
    return distance * mpf(10) ** -30


def difference(f, x, h, order):
    if order == 0:
        return f(x)
    return (difference(f, x + h, h, order - 1) - difference(f, x - h, h, order - 1)) / (2 * h)


def unary(out):
    out.write("op,x,value,d1,d2,d3\n")
    for name, (f, points, singularities) in UNARY.items():
        for point in points:
            x = mpf(float(point))
            h = away(x, singularities)
            numbers = [float(difference(f, x, h, order)) for order in range(4)]
            out.write(",".join([name, repr(float(x))] + [repr(n) for n in numbers]) + "\n")


def pairs(xs, ys):
    xs, ys = list(xs), list(ys)
    random.shuffle(ys)
    return list(zip(xs, ys))


def logaddexp(x, y):
    return max(x, y) + mp.log1p(mp.exp(-abs(x - y)))


def lbeta(x, y):
    return mp.loggamma(x) + mp.loggamma(y) - mp.loggamma(x + y)


BINARY = {
    "atan2": (mp.atan2, pairs(both(1e-6, 1e6, 30), both(1e-6, 1e6, 30))),
    "hypot": (lambda x, y: mp.sqrt(x * x + y * y), pairs(both(1e-6, 1e6, 30), both(1e-6, 1e6, 30))),
    "pow": (lambda x, y: x**y, pairs(spread(1e-6, 1e6, 30), both(1e-6, 30, 30)) + pairs(spread(0.5, 2, 30), both(1e-6, 300, 30))),
    "logaddexp": (logaddexp, pairs(both(1e-6, 600, 30), both(1e-6, 600, 30)) + [(x, x + d) for x, d in pairs(flat(-30, 30, 10), both(1e-9, 1, 10))]),
    "xlogy": (lambda x, y: x * mp.log(y), pairs(both(1e-6, 1e6, 30), spread(1e-6, 1e6, 30))),
    "beta": (lambda x, y: mp.beta(x, y), pairs(spread(1e-2, 500, 40), spread(1e-2, 500, 40))),
    "lbeta": (lbeta, pairs(spread(1e-6, 1e6, 40), spread(1e-6, 1e6, 40))),
    "div": (lambda x, y: x / y, pairs(both(1e-6, 1e6, 30), both(1e-6, 1e6, 30))),
}


def binary(out):
    out.write("op,x,y,value,dx,dy,dxx,dxy,dyy\n")
    for name, (f, points) in BINARY.items():
        for point in points:
            x, y = (mpf(float(p)) for p in point)
            h, k = away(x, ZERO), away(y, ZERO)
            by_x = lambda u, v: (f(u + h, v) - f(u - h, v)) / (2 * h)
            by_y = lambda u, v: (f(u, v + k) - f(u, v - k)) / (2 * k)
            numbers = [
                f(x, y),
                by_x(x, y),
                by_y(x, y),
                (by_x(x + h, y) - by_x(x - h, y)) / (2 * h),
                (by_x(x, y + k) - by_x(x, y - k)) / (2 * k),
                (by_y(x, y + k) - by_y(x, y - k)) / (2 * k),
            ]
            out.write(",".join([name, repr(float(x)), repr(float(y))] + [repr(float(n)) for n in numbers]) + "\n")


for kind, write in (("unary", unary), ("binary", binary)):
    with open(f"{sys.argv[1]}/wide-{kind}.csv", "w") as out:
        write(out)
