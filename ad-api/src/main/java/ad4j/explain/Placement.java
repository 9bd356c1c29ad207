package ad4j.explain;

import java.util.Arrays;
import java.util.List;

/** How high the vertices of a layered drawing are: close to their neighbours, without overlap. */
final class Placement {
  private static final int ROUNDS = 12;

  private final Layering layering;
  private final double[] heights;
  private final double gap;
  private final double[] y;

  /** Places vertices of these heights with at least such a gap between them. */
  Placement(Layering layering, double[] heights, double gap) {
    this.layering = layering;
    this.heights = heights.clone();
    this.gap = gap;
    y = new double[heights.length];
    layering.layers().forEach(layer -> place(layer, new double[layer.size()]));
    for (int round = 0; round < ROUNDS; round++) {
      for (int k = 0; k < layering.layers().size(); k++) {
        int index = round % 2 == 0 ? k : layering.layers().size() - 1 - k;
        List<Integer> layer = layering.layers().get(index);
        place(layer, layer.stream().mapToDouble(this::wanted).toArray());
      }
    }
  }

  private double wanted(int vertex) {
    return layering.neighbours(vertex).stream()
        .mapToDouble(neighbour -> y[neighbour])
        .average()
        .orElse(y[vertex]);
  }

  /**
   * The places nearest to the wanted ones, by least squares, that keep order and distance: pools of
   * adjacent vertices that would violate these move as one.
   */
  private void place(List<Integer> layer, double[] wanted) {
    double[] offset = offsets(layer);
    double[] sum = new double[offset.length];
    int[] size = new int[offset.length];
    int pools = 0;
    for (int i = 0; i < offset.length; i++) {
      sum[pools] = wanted[i] - offset[i];
      size[pools++] = 1;
      while (pools > 1 && sum[pools - 2] / size[pools - 2] >= sum[pools - 1] / size[pools - 1]) {
        pools--;
        sum[pools - 1] += sum[pools];
        size[pools - 1] += size[pools];
      }
    }
    for (int pool = 0, i = 0; pool < pools; pool++) {
      for (int k = 0; k < size[pool]; k++, i++) {
        y[layer.get(i)] = sum[pool] / size[pool] + offset[i];
      }
    }
  }

  /** How far each vertex of a layer is from the first one if they stand close. */
  private double[] offsets(List<Integer> layer) {
    double[] offset = new double[layer.size()];
    for (int i = 1; i < offset.length; i++) {
      double half = (heights[layer.get(i - 1)] + heights[layer.get(i)]) / 2;
      offset[i] = offset[i - 1] + half + gap;
    }
    return offset;
  }

  /** The top of the highest vertex. */
  double top() {
    double top = Double.POSITIVE_INFINITY;
    for (int i = 0; i < y.length; i++) {
      top = Math.min(top, y[i] - heights[i] / 2);
    }
    return top;
  }

  /** The bottom of the lowest vertex. */
  double bottom() {
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < y.length; i++) {
      bottom = Math.max(bottom, y[i] + heights[i] / 2);
    }
    return bottom;
  }

  /** The middle of each vertex. */
  double[] middles() {
    return Arrays.copyOf(y, y.length);
  }
}
