package ad4j.compiler.random;

/** A subject that is costly: of {@code n} programs, it is given the one with this number. */
record Every(int n, int number, Subject subject) implements Subject {
  @Override
  public String name() {
    return subject.name();
  }

  @Override
  public Result differentiate(Call call) throws Exception {
    return subject.differentiate(call);
  }

  @Override
  public boolean isExact() {
    return subject.isExact();
  }

  @Override
  public boolean takes(Program program) {
    // kinds take turns: dividing by their number lets all of them come
    return Math.floorMod(program.seed() / Kind.values().length, (long) n) == number
        && subject.takes(program);
  }
}
