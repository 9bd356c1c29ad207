/** Scripts as differentiable functions: {@link ad4j.script.ScriptSession} is where one begins. */
package ad4j.script;
