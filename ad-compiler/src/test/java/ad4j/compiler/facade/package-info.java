/**
 * Tests of {@link ad4j.Ad#function}: plain Java code in all shapes, and what goes wrong with it.
 */
package ad4j.compiler.facade;
