package com.example;

/** Says so when it is initialised. */
public final class Loud {
  static final double SCALE = Double.parseDouble(System.setProperty("com.example.loud", "yes"));

  private Loud() {}

  static double quiet(double x) {
    return x * x;
  }

  static double scaled(double x) {
    return SCALE * x;
  }
}
