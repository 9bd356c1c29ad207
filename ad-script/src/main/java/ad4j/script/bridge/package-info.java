/** What scripts call in Java: {@link ad4j.script.bridge.HostCalls} and its neighbours. */
package ad4j.script.bridge;
