package ad4j.compiler.read;

/** Methods on enums and other constants. */
final class Constants {
  static final Kind USUAL = Kind.valueOf("CUBE");

  static final Double FACTOR = Double.valueOf("2.5");
  static final Integer TIMES = Integer.valueOf("3");
  static final Boolean TWICE = Boolean.valueOf("true");
  static final Table TABLE = new Table(new Scaled(Kind.SQUARE, 3), 0.5, new double[] {1});

  record Table(Scaled scaled, Double shift, double[] numbers) {}

  enum Kind {
    LINE,
    SQUARE,
    CUBE;

    double at(double x) {
      return switch (this) {
        case LINE -> x;
        case SQUARE -> x * x;
        case CUBE -> x * x * x;
      };
    }
  }

  enum Gas {
    HELIUM(4) {
      @Override
      double of(double x) {
        return x + mass();
      }
    },
    ARGON(40) {
      @Override
      double of(double x) {
        return x * mass();
      }
    };

    private final double mass;

    Gas(double mass) {
      this.mass = mass;
    }

    abstract double of(double x);

    double mass() {
      return mass;
    }
  }

  record Scaled(Kind kind, double factor) {}

  private Constants() {}

  static double chosen(double x, Kind kind) {
    return switch (kind) {
      case CUBE -> x * x * x;
      case LINE -> 3 * x;
      case SQUARE -> x * x;
    };
  }

  @SuppressWarnings("fallthrough") // that is what is read
  static double fallsThrough(double x, Kind kind) {
    double y = x;
    switch (kind) {
      case SQUARE:
        y *= 2;
      // fall through
      case LINE:
        y += 1;
        break;
      default:
        y = -y;
    }
    return y;
  }

  static double twoEnums(double x, Kind kind, Gas gas) {
    double y =
        switch (gas) {
          case ARGON -> x;
          default -> 2 * x;
        };
    return switch (kind) {
      case SQUARE, CUBE -> y * y;
      case LINE -> y;
    };
  }

  static double inRecord(Scaled scaled, double x) {
    return scaled.factor() * scaled.kind().at(x);
  }

  static double objects(double x) {
    double y = TWICE ? 2 * x : x;
    return FACTOR * y
        + TIMES
        + TABLE.scaled().kind().at(x) * TABLE.scaled().factor()
        + TABLE.shift();
  }

  @SuppressWarnings("EnumOrdinal") // that is what is read
  static int asks(Kind kind, Kind other) {
    int k = kind == other ? 1 : 0;
    k = 2 * k + (kind.equals(other) ? 1 : 0);
    k = 2 * k + (kind != Kind.CUBE ? 1 : 0);
    return 100 * k + 10 * kind.compareTo(other) + kind.ordinal();
  }

  static double inTurn(double[] x) {
    double sum = 0;
    Kind kind = Kind.LINE;
    for (double each : x) {
      sum += kind.at(each);
      kind = kind == Kind.LINE ? Kind.SQUARE : kind == Kind.SQUARE ? Kind.CUBE : Kind.LINE;
    }
    return sum;
  }

  static double named(double x) {
    return Gas.HELIUM.of(x) * Gas.ARGON.of(x) + Gas.ARGON.mass() + USUAL.at(x);
  }
}
