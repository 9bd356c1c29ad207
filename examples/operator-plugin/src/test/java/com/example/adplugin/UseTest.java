package com.example.adplugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.op.Operator;
import ad4j.op.Real;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The operators in use: once the jar is there, they are like any other. */
final class UseTest {
  @Test
  void theGradientOfLogsumexpSumsToOne() {
    Operator logsumexp = Ad.operator("logsumexp");
    Differentiable f = Ad.multivariate(logsumexp::of);
    assertEquals(1, Arrays.stream(f.gradient(1000, 1001, 999)).sum(), 1e-12);
  }

  @Test
  void derivativesOfEveryOrderFollowFromTheOneSlope() {
    Operator lorentz = Ad.operator("lorentz");
    Differentiable f = Ad.univariate(lorentz::of);
    assertEquals(24, f.derivative(4, 0), 1e-12); // 1 - x^2 + x^4 - ...
  }

  @Test
  void operatorsOfSeveralProvidersMix() {
    Operator logcosh = Ad.operator("logcosh");
    Operator sin = Ad.operator("sin");
    Differentiable f = Ad.univariate(x -> logcosh.of(sin.of(x)));
    assertEquals(Math.tanh(Math.sin(1)) * Math.cos(1), f.gradient(1)[0], 1e-15);
    double expected = Ad.univariate(this::slope).gradient(1)[0];
    assertEquals(expected, f.hessian(1)[0][0], 1e-14);
  }

  private Real slope(Real x) {
    return Ad.operator("tanh").of(Ad.operator("sin").of(x)).times(Ad.operator("cos").of(x));
  }
}
