package ad4j.cli.work;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * Where a command reads and writes.
 *
 * @param in standard input
 * @param out standard output: data
 * @param err standard error: messages
 * @param interactive whether a person sits at both ends; costs time to ask
 */
public record Streams(
    InputStream in, OutputStream out, OutputStream err, BooleanSupplier interactive) {}
