/** Benchmarks; {@link ad4j.bench.Report} runs them and prints the ratios. */
package ad4j.bench;
