/**
 * Contracts to extend: {@link ad4j.testkit.ProviderContract} by the test of a plugin, {@link
 * ad4j.testkit.EngineContract} by the test of an engine.
 */
package ad4j.testkit;
