/** What can go wrong: {@link ad4j.error.AdException} and its closed set of kinds. */
package ad4j.error;
