package ad4j.bench;

import net.finmath.stochastic.RandomVariable;
import org.hipparchus.CalculusFieldElement;

/** The Black-Scholes price of a European call: five inputs, branches, elementary functions. */
final class BlackScholes {
  static final double SQRT_TWO_PI = 2.5066282746310002;

  /** Hart's polynomials once more, for the peers: highest power first. */
  private static final double[] NUMERATOR = {
    3.52624965998911e-2,
    0.700383064443688,
    6.37396220353165,
    33.912866078383,
    112.079291497871,
    221.213596169931,
    220.206867912376
  };

  private static final double[] DENOMINATOR = {
    8.83883476483184e-2,
    1.75566716318264,
    16.064177579207,
    86.7807322029461,
    296.564248779674,
    637.333633378831,
    793.826512519948,
    440.413735824752
  };

  private BlackScholes() {}

  static double call(double spot, double strike, double rate, double volatility, double maturity) {
    double deviation = volatility * Math.sqrt(maturity);
    double d1 =
        (Math.log(spot / strike) + (rate + 0.5 * volatility * volatility) * maturity) / deviation;
    double d2 = d1 - deviation;
    return spot * normal(d1) - strike * Math.exp(-rate * maturity) * normal(d2);
  }

  /** The normal distribution function; G. West, Better approximations to it, 2005, after Hart. */
  static double normal(double x) {
    double z = Math.abs(x);
    double tail;
    if (z > 37) {
      tail = 0;
    } else {
      double density = Math.exp(-0.5 * z * z);
      if (z < 7.07106781186547) {
        double numerator = 3.52624965998911e-2 * z + 0.700383064443688;
        numerator = numerator * z + 6.37396220353165;
        numerator = numerator * z + 33.912866078383;
        numerator = numerator * z + 112.079291497871;
        numerator = numerator * z + 221.213596169931;
        numerator = numerator * z + 220.206867912376;
        double denominator = 8.83883476483184e-2 * z + 1.75566716318264;
        denominator = denominator * z + 16.064177579207;
        denominator = denominator * z + 86.7807322029461;
        denominator = denominator * z + 296.564248779674;
        denominator = denominator * z + 637.333633378831;
        denominator = denominator * z + 793.826512519948;
        denominator = denominator * z + 440.413735824752;
        tail = density * numerator / denominator;
      } else {
        double fraction = z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))));
        tail = density / (fraction * SQRT_TWO_PI);
      }
    }
    return x > 0 ? 1 - tail : tail;
  }

  /**
   * The greeks in closed form, which is more than the adjoint of the code: the slope of the normal
   * distribution function is taken for its density. Returns the price, which is a by-product;
   * overwrites {@code gradient}, in the order of the inputs.
   */
  static double greeks(
      double spot,
      double strike,
      double rate,
      double volatility,
      double maturity,
      double[] gradient) {
    double root = Math.sqrt(maturity);
    double deviation = volatility * root;
    double d1 =
        (Math.log(spot / strike) + (rate + 0.5 * volatility * volatility) * maturity) / deviation;
    double d2 = d1 - deviation;
    double discount = Math.exp(-rate * maturity);
    double delta = normal(d1);
    double exercised = discount * normal(d2);
    double density = Math.exp(-0.5 * d1 * d1) / SQRT_TWO_PI;
    gradient[0] = delta;
    gradient[1] = -exercised;
    gradient[2] = strike * maturity * exercised;
    gradient[3] = spot * density * root;
    gradient[4] = 0.5 * spot * density * volatility / root + rate * strike * exercised;
    return spot * delta - strike * exercised;
  }

  /** Hipparchus's {@code Gradient}. */
  static <T extends CalculusFieldElement<T>> T call(T[] x) {
    T volatility = x[3];
    T maturity = x[4];
    T deviation = volatility.multiply(maturity.sqrt());
    T drift = x[2].add(volatility.multiply(volatility).multiply(0.5));
    T d1 = x[0].divide(x[1]).log().add(drift.multiply(maturity)).divide(deviation);
    T d2 = d1.subtract(deviation);
    T discount = x[2].multiply(maturity).negate().exp();
    return x[0].multiply(normal(d1)).subtract(x[1].multiply(discount).multiply(normal(d2)));
  }

  private static <T extends CalculusFieldElement<T>> T normal(T x) {
    T z = x.abs();
    T density = z.multiply(z).multiply(-0.5).exp();
    T tail;
    if (z.getReal() < 7.07106781186547) {
      T ratio = polynomial(NUMERATOR, z).divide(polynomial(DENOMINATOR, z));
      tail = density.multiply(ratio);
    } else {
      T fraction = z.add(0.65);
      for (int i = 4; i > 0; i--) {
        fraction = z.add(fraction.reciprocal().multiply(i));
      }
      tail = density.divide(fraction.multiply(SQRT_TWO_PI));
    }
    return x.getReal() > 0 ? tail.negate().add(1) : tail;
  }

  private static <T extends CalculusFieldElement<T>> T polynomial(double[] coefficients, T z) {
    T result = z.multiply(coefficients[0]).add(coefficients[1]);
    for (int i = 2; i < coefficients.length; i++) {
      result = result.multiply(z).add(coefficients[i]);
    }
    return result;
  }

  /** finmath's random variables, here deterministic. */
  static RandomVariable call(RandomVariable[] x) {
    RandomVariable volatility = x[3];
    RandomVariable maturity = x[4];
    RandomVariable deviation = volatility.mult(maturity.sqrt());
    RandomVariable drift = x[2].add(volatility.squared().mult(0.5));
    RandomVariable d1 = x[0].div(x[1]).log().add(drift.mult(maturity)).div(deviation);
    RandomVariable d2 = d1.sub(deviation);
    RandomVariable discount = x[2].mult(maturity).mult(-1).exp();
    return x[0].mult(normal(d1)).sub(x[1].mult(discount).mult(normal(d2)));
  }

  private static RandomVariable normal(RandomVariable x) {
    boolean positive = x.getAverage() > 0;
    RandomVariable z = positive ? x : x.mult(-1);
    RandomVariable density = z.squared().mult(-0.5).exp();
    RandomVariable tail;
    if (z.getAverage() < 7.07106781186547) {
      RandomVariable ratio = polynomial(NUMERATOR, z).div(polynomial(DENOMINATOR, z));
      tail = density.mult(ratio);
    } else {
      RandomVariable fraction = z.add(0.65);
      for (int i = 4; i > 0; i--) {
        fraction = z.add(fraction.invert().mult(i));
      }
      tail = density.div(fraction.mult(SQRT_TWO_PI));
    }
    return positive ? tail.mult(-1).add(1) : tail;
  }

  private static RandomVariable polynomial(double[] coefficients, RandomVariable z) {
    RandomVariable result = z.mult(coefficients[0]).add(coefficients[1]);
    for (int i = 2; i < coefficients.length; i++) {
      result = result.mult(z).add(coefficients[i]);
    }
    return result;
  }
}
