package ad4j.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values and derivatives that are known from elsewhere: those of smooth functions from mpmath at 60
 * digits, rounded once; those at kinks, ties and poles by ad4j's conventions.
 */
public final class ReferenceValues {
  private ReferenceValues() {}

  /**
   * A function of one variable at a point.
   *
   * @param operator the operator's name
   * @param x the argument
   * @param derivatives the value, then derivatives 1 to 3
   */
  public record Univariate(String operator, double x, List<Double> derivatives) {
    /** Copies the list. */
    public Univariate {
      derivatives = List.copyOf(derivatives);
    }

    /** The error of derivative {@code order}, see {@link ReferenceValues#error}. */
    public double error(int order, double found) {
      return ReferenceValues.error(derivatives, order, found);
    }
  }

  /**
   * A function of two variables at a point.
   *
   * @param operator the operator's name
   * @param x the first argument
   * @param y the second argument
   * @param partials the value, then the partials by x, y, xx, xy, yy
   */
  public record Bivariate(String operator, double x, double y, List<Double> partials) {
    /** Copies the list. */
    public Bivariate {
      partials = List.copyOf(partials);
    }

    /** The error of the partial with this index, see {@link ReferenceValues#error}. */
    public double error(int index, double found) {
      return ReferenceValues.error(partials, index, found);
    }
  }

  /**
   * What an expression gives at a kink, a tie or a pole, in every mode.
   *
   * @param expression in JavaScript
   * @param variables the names of its variables
   * @param at the point, one number a variable
   * @param value the value there
   * @param partials one a variable
   * @param why the reason
   */
  public record Convention(
      String expression,
      List<String> variables,
      List<Double> at,
      double value,
      List<Double> partials,
      String why) {
    /** Copies the lists. */
    public Convention {
      variables = List.copyOf(variables);
      at = List.copyOf(at);
      partials = List.copyOf(partials);
    }
  }

  /** Functions of one variable. */
  public static List<Univariate> univariate() {
    return rows("unary.csv").stream()
        .map(cells -> new Univariate(cells.get(0), number(cells.get(1)), numbers(cells, 2)))
        .toList();
  }

  /** Functions of two variables. */
  public static List<Bivariate> bivariate() {
    return rows("binary.csv").stream()
        .map(
            cells ->
                new Bivariate(
                    cells.get(0), number(cells.get(1)), number(cells.get(2)), numbers(cells, 3)))
        .toList();
  }

  /** Conventions. */
  public static List<Convention> conventions() {
    return rows("edges.csv").stream()
        .map(
            cells ->
                new Convention(
                    cells.get(0),
                    words(cells.get(1)),
                    numbers(words(cells.get(2)), 0),
                    number(cells.get(3)),
                    numbers(words(cells.get(4)), 0),
                    cells.get(5)))
        .toList();
  }

  /**
   * How far {@code found} is off number {@code index} of a row, relative to that number or to a
   * hundred-millionth of the row's largest, whichever is greater.
   */
  private static double error(List<Double> row, int index, double found) {
    double expected = row.get(index);
    if (expected == found || (Double.isNaN(expected) && Double.isNaN(found))) {
      return 0;
    }
    double largest = row.stream().mapToDouble(Math::abs).max().orElse(0);
    double error = Math.abs(found - expected) / Math.max(Math.abs(expected), 1e-8 * largest);
    return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }

  private static List<List<String>> rows(String file) {
    String resource = "conformance/" + file;
    try (InputStream in = ReferenceValues.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("there is no " + resource);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(ReferenceValues::cells).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cells of a line; a cell in quotes may hold commas. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  private static List<String> words(String cell) {
    return Arrays.asList(cell.trim().split(" "));
  }

  private static List<Double> numbers(List<String> cells, int from) {
    return cells.stream().skip(from).map(ReferenceValues::number).toList();
  }

  private static double number(String cell) {
    return Double.parseDouble(cell);
  }
}
