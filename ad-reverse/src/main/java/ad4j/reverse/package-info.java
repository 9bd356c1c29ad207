/** Reverse mode: {@link ad4j.reverse.TapeEngine} records a function and sweeps back over it. */
package ad4j.reverse;
