/** Java methods as users write them, for the command line to read. */
package com.example;
