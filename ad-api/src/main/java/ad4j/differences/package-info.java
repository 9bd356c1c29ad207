/** Slopes from values alone: {@link ad4j.differences.Differences}. Not exported. */
package ad4j.differences;
