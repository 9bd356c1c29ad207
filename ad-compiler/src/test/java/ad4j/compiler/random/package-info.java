/**
 * Random Java programs for tests of the compiler: {@link ad4j.compiler.random.RandomMethod} draws
 * them, {@link ad4j.compiler.random.Trial} judges what a subject makes of them, {@link
 * ad4j.compiler.random.Shrinker} makes those that fail small.
 */
package ad4j.compiler.random;
