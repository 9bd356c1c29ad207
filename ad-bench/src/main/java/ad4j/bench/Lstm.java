package ad4j.bench;

import java.util.Arrays;

/**
 * A recurrent network with diagonal weights that learns to predict a sequence; the LSTM of
 * GradBench.
 *
 * <p>Parameters lie flat: a layer has weights, then biases, each in blocks forget, input, output,
 * change of {@code width} numbers; after all layers follow input weights, output weights and output
 * biases. A row of {@code state} is a layer: hidden values, then cells.
 */
final class Lstm {
  private Lstm() {}

  static double loss(double[] parameters, double[][] state, double[][] sequence) {
    int layers = state.length;
    int width = sequence[0].length;
    int extra = 8 * layers * width;
    double[] hidden = new double[layers * width];
    double[] cell = new double[layers * width];
    for (int layer = 0; layer < layers; layer++) {
      for (int i = 0; i < width; i++) {
        hidden[layer * width + i] = state[layer][i];
        cell[layer * width + i] = state[layer][width + i];
      }
    }
    double[] v = new double[width];
    double total = 0;
    for (int t = 0; t + 1 < sequence.length; t++) {
      for (int i = 0; i < width; i++) {
        v[i] = sequence[t][i] * parameters[extra + i];
      }
      for (int layer = 0; layer < layers; layer++) {
        int weights = 8 * layer * width;
        int biases = weights + 4 * width;
        for (int i = 0; i < width; i++) {
          int at = layer * width + i;
          double forget = sigmoid(v[i] * parameters[weights + i] + parameters[biases + i]);
          double in =
              sigmoid(
                  hidden[at] * parameters[weights + width + i] + parameters[biases + width + i]);
          double out =
              sigmoid(
                  v[i] * parameters[weights + 2 * width + i] + parameters[biases + 2 * width + i]);
          double change =
              Math.tanh(
                  hidden[at] * parameters[weights + 3 * width + i]
                      + parameters[biases + 3 * width + i]);
          cell[at] = cell[at] * forget + in * change;
          hidden[at] = out * Math.tanh(cell[at]);
          v[i] = hidden[at];
        }
      }
      double sum = 2;
      for (int i = 0; i < width; i++) {
        v[i] = v[i] * parameters[extra + width + i] + parameters[extra + 2 * width + i];
        sum += Math.exp(v[i]);
      }
      double normalizer = Math.log(sum);
      for (int i = 0; i < width; i++) {
        total += sequence[t + 1][i] * (v[i] - normalizer);
      }
    }
    return -total / ((sequence.length - 1) * width);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** The adjoint by hand, with the work arrays for one shape; not for two threads at once. */
  static final class Adjoint {
    private final int layers;
    private final int width;
    private final int steps;
    // A row a step and layer (the first row of hidden and cell: before the first step).
    private final double[] input;
    private final double[] forget;
    private final double[] in;
    private final double[] out;
    private final double[] change;
    private final double[] hidden;
    private final double[] cell;
    private final double[] squashed;
    // A row a step.
    private final double[] y;
    private final double[] normalizer;
    // Adjoints of what one step hands to the one before.
    private final double[] hiddenAdjoint;
    private final double[] cellAdjoint;
    private final double[] vAdjoint;

    Adjoint(int layers, int width, int length) {
      this.layers = layers;
      this.width = width;
      steps = length - 1;
      int values = steps * layers * width;
      input = new double[values];
      forget = new double[values];
      in = new double[values];
      out = new double[values];
      change = new double[values];
      hidden = new double[values + layers * width];
      cell = new double[values + layers * width];
      squashed = new double[values];
      y = new double[steps * width];
      normalizer = new double[steps];
      hiddenAdjoint = new double[layers * width];
      cellAdjoint = new double[layers * width];
      vAdjoint = new double[width];
    }

    /** Returns the value, a by-product; overwrites {@code gradient}. */
    double valueAndGradient(
        double[] parameters, double[][] state, double[][] sequence, double[] gradient) {
      for (int layer = 0; layer < layers; layer++) {
        System.arraycopy(state[layer], 0, hidden, layer * width, width);
        System.arraycopy(state[layer], width, cell, layer * width, width);
      }
      double total = 0;
      for (int t = 0; t < steps; t++) {
        total += forward(t, parameters, sequence[t], sequence[t + 1]);
      }
      Arrays.fill(gradient, 0);
      Arrays.fill(hiddenAdjoint, 0);
      Arrays.fill(cellAdjoint, 0);
      for (int t = steps - 1; t >= 0; t--) {
        reverse(t, parameters, sequence[t], sequence[t + 1], gradient);
      }
      return -total / (steps * width);
    }

    private double forward(int t, double[] parameters, double[] current, double[] next) {
      int extra = 8 * layers * width;
      for (int layer = 0; layer < layers; layer++) {
        int w = 8 * layer * width;
        int b = w + 4 * width;
        int at = (t * layers + layer) * width;
        int after = at + layers * width;
        for (int i = 0; i < width; i++) {
          double v = layer == 0 ? current[i] * parameters[extra + i] : hidden[after - width + i];
          double h = hidden[at + i];
          double f = sigmoid(v * parameters[w + i] + parameters[b + i]);
          double g = sigmoid(h * parameters[w + width + i] + parameters[b + width + i]);
          double o = sigmoid(v * parameters[w + 2 * width + i] + parameters[b + 2 * width + i]);
          double a = Math.tanh(h * parameters[w + 3 * width + i] + parameters[b + 3 * width + i]);
          double c = cell[at + i] * f + g * a;
          double s = Math.tanh(c);
          input[at + i] = v;
          forget[at + i] = f;
          in[at + i] = g;
          out[at + i] = o;
          change[at + i] = a;
          cell[after + i] = c;
          squashed[at + i] = s;
          hidden[after + i] = o * s;
        }
      }
      int top = ((t + 1) * layers + layers - 1) * width;
      double sum = 2;
      for (int i = 0; i < width; i++) {
        double yi =
            hidden[top + i] * parameters[extra + width + i] + parameters[extra + 2 * width + i];
        y[t * width + i] = yi;
        sum += Math.exp(yi);
      }
      normalizer[t] = Math.log(sum);
      double total = 0;
      for (int i = 0; i < width; i++) {
        total += next[i] * (y[t * width + i] - normalizer[t]);
      }
      return total;
    }

    private void reverse(
        int t, double[] parameters, double[] current, double[] next, double[] gradient) {
      int extra = 8 * layers * width;
      int top = ((t + 1) * layers + layers - 1) * width;
      double mass = 0;
      for (int i = 0; i < width; i++) {
        mass += next[i];
      }
      double scale = -1.0 / (steps * width);
      for (int i = 0; i < width; i++) {
        double slope = scale * (next[i] - mass * Math.exp(y[t * width + i] - normalizer[t]));
        gradient[extra + width + i] += slope * hidden[top + i];
        gradient[extra + 2 * width + i] += slope;
        vAdjoint[i] = slope * parameters[extra + width + i];
      }
      for (int layer = layers - 1; layer >= 0; layer--) {
        reverseLayer(t, layer, parameters, gradient);
      }
      for (int i = 0; i < width; i++) {
        gradient[extra + i] += vAdjoint[i] * current[i];
      }
    }

    private void reverseLayer(int t, int layer, double[] parameters, double[] gradient) {
      int w = 8 * layer * width;
      int b = w + 4 * width;
      int at = (t * layers + layer) * width;
      for (int i = 0; i < width; i++) {
        double v = input[at + i];
        double h = hidden[at + i];
        double f = forget[at + i];
        double g = in[at + i];
        double o = out[at + i];
        double a = change[at + i];
        double s = squashed[at + i];
        double hSlope = hiddenAdjoint[layer * width + i] + vAdjoint[i];
        double cSlope = cellAdjoint[layer * width + i] + hSlope * o * (1 - s * s);
        double fSlope = cSlope * cell[at + i] * f * (1 - f);
        double gSlope = cSlope * a * g * (1 - g);
        double oSlope = hSlope * s * o * (1 - o);
        double aSlope = cSlope * g * (1 - a * a);
        gradient[w + i] += fSlope * v;
        gradient[w + width + i] += gSlope * h;
        gradient[w + 2 * width + i] += oSlope * v;
        gradient[w + 3 * width + i] += aSlope * h;
        gradient[b + i] += fSlope;
        gradient[b + width + i] += gSlope;
        gradient[b + 2 * width + i] += oSlope;
        gradient[b + 3 * width + i] += aSlope;
        cellAdjoint[layer * width + i] = cSlope * f;
        hiddenAdjoint[layer * width + i] =
            gSlope * parameters[w + width + i] + aSlope * parameters[w + 3 * width + i];
        vAdjoint[i] = fSlope * parameters[w + i] + oSlope * parameters[w + 2 * width + i];
      }
    }
  }
}
