package ad4j.cli.input;

import ad4j.Transform;
import ad4j.cli.output.Format;
import ad4j.engine.Mode;
import ad4j.op.Operators.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One of a few words.
 *
 * @param <E> what they stand for
 */
public abstract class Choice<E extends Enum<E>> implements ITypeConverter<E> {
  private final E[] values;

  Choice(E[] values) {
    this.values = values.clone();
  }

  @Override
  public final E convert(String text) {
    for (E value : values) {
      if (word(value).equals(text.toLowerCase(Locale.ROOT))) {
        return value;
      }
    }
    List<String> words = Arrays.stream(values).map(Choice::word).toList();
    List<String> near = Spelling.near(text, words, 1);
    throw new TypeConversionException(
        "'"
            + text
            + "' is none of "
            + String.join(", ", words)
            + (near.isEmpty() ? "" : "; did you mean '" + near.getFirst() + "'?"));
  }

  /** As it is written. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** A format of data. */
  public static final class OfFormat extends Choice<Format> {
    /** For picocli. */
    public OfFormat() {
      super(Format.values());
    }
  }

  /** What a Program is made into. */
  public static final class OfTransform extends Choice<Transform> {
    /** For picocli. */
    public OfTransform() {
      super(Transform.values());
    }
  }

  /** A mode of differentiation. */
  public static final class OfMode extends Choice<Mode> {
    /** For picocli. */
    public OfMode() {
      super(Mode.values());
    }
  }
}
