package ad4j.bench;

/**
 * The adjoint of {@link BlackScholes#call} by hand: line by line, the polynomials of the normal
 * distribution with their derivatives. Not for two threads at once.
 */
final class BlackScholesAdjoint {
  /** The slope that goes with the last value of {@link #normal}. */
  private double slope;

  BlackScholesAdjoint() {}

  /** Returns the price, a by-product; overwrites {@code gradient}, in the order of the inputs. */
  double valueAndGradient(
      double spot,
      double strike,
      double rate,
      double volatility,
      double maturity,
      double[] gradient) {
    double root = Math.sqrt(maturity);
    double deviation = volatility * root;
    double drift = rate + 0.5 * volatility * volatility;
    double inverse = 1 / deviation;
    double d1 = (Math.log(spot / strike) + drift * maturity) * inverse;
    double d2 = d1 - deviation;
    double discount = Math.exp(-rate * maturity);
    double first = normal(d1);
    double firstSlope = slope;
    double second = normal(d2);
    double discounted = strike * discount;

    double ofD2 = -discounted * slope;
    double ofD1 = spot * firstSlope + ofD2;
    double ofSum = ofD1 * inverse;
    double ofDeviation = -ofD2 - ofSum * d1;
    double ofDiscounted = discounted * second;
    gradient[0] = first + ofSum / spot;
    gradient[1] = -discount * second - ofSum / strike;
    gradient[2] = (ofSum + ofDiscounted) * maturity;
    gradient[3] = ofSum * maturity * volatility + ofDeviation * root;
    gradient[4] = ofSum * drift + ofDeviation * volatility * 0.5 / root + ofDiscounted * rate;
    return spot * first - discounted * second;
  }

  private double normal(double x) {
    double z = Math.abs(x);
    double tail;
    double fall;
    if (z > 37) {
      tail = 0;
      fall = 0;
    } else {
      double density = Math.exp(-0.5 * z * z);
      if (z < 7.07106781186547) {
        double numerator = 3.52624965998911e-2 * z + 0.700383064443688;
        double above = 3.52624965998911e-2;
        above = above * z + numerator;
        numerator = numerator * z + 6.37396220353165;
        above = above * z + numerator;
        numerator = numerator * z + 33.912866078383;
        above = above * z + numerator;
        numerator = numerator * z + 112.079291497871;
        above = above * z + numerator;
        numerator = numerator * z + 221.213596169931;
        above = above * z + numerator;
        numerator = numerator * z + 220.206867912376;
        double denominator = 8.83883476483184e-2 * z + 1.75566716318264;
        double below = 8.83883476483184e-2;
        below = below * z + denominator;
        denominator = denominator * z + 16.064177579207;
        below = below * z + denominator;
        denominator = denominator * z + 86.7807322029461;
        below = below * z + denominator;
        denominator = denominator * z + 296.564248779674;
        below = below * z + denominator;
        denominator = denominator * z + 637.333633378831;
        below = below * z + denominator;
        denominator = denominator * z + 793.826512519948;
        below = below * z + denominator;
        denominator = denominator * z + 440.413735824752;
        tail = density * numerator / denominator;
        fall = (density * above - tail * below) / denominator - z * tail;
      } else {
        double a4 = z + 0.65;
        double a3 = z + 4 / a4;
        double a2 = z + 3 / a3;
        double a1 = z + 2 / a2;
        double fraction = z + 1 / a1;
        double b3 = 1 - 4 / (a4 * a4);
        double b2 = 1 - 3 / (a3 * a3) * b3;
        double b1 = 1 - 2 / (a2 * a2) * b2;
        tail = density / (fraction * BlackScholes.SQRT_TWO_PI);
        fall = -tail * (z + (1 - b1 / (a1 * a1)) / fraction);
      }
    }
    slope = -fall;
    return x > 0 ? 1 - tail : tail;
  }
}
