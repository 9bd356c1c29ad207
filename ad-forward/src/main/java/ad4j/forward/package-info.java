/** Forward mode: {@link ad4j.forward.DualEngine} runs a function on dual numbers or series. */
package ad4j.forward;
