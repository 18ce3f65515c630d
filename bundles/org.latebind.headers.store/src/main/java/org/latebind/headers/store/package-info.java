/**
 * The {@code .khd} file: a kernel's headers as tokens, and its facts.
 *
 * <pre>
 * preamble    magic 8B 'K' 'H' 'D' 0D 0A 1A 0A, version:u32, crc32c:u32 of the rest,
 *             directory offset:u64, stored size:u32, raw size:u32
 * sections    one after the other, each compressed by itself (raw deflate, RFC 1951)
 * directory   count, then for each section its name, offset, stored size, raw size and the CRC-32C
 *             of what is stored; compressed, followed by its own crc32c:u32; ends the file
 * </pre>
 *
 * <p>Numbers are LEB128 unless a width is given, those are little-endian; signed ones are zigzag; text
 * is a length and bytes; a list is a count and its elements; an optional is 0 or 1 and a value. A
 * reader takes files of its own version only. A section's checksum is verified whenever it is read, so
 * damage is told with the section's name.
 *
 * <pre>
 * identity    release, flavour, kernel architecture, target, packages, package id, compiler, build-id?,
 *             BTF digest?
 * build       include path, config answers, module sections, settings, compiler flags, left-out input
 * config      name table of symbols that are set, name table of their values
 * symbols     name table, then for each crc:u32, namespace:u32 (bit 31: GPL only), owner:u32; texts
 * headers     name table of paths, then for each block:u32, offset:u32, tokens:u32, lines:u32,
 *             licence:u32 (0 none), digest:16 bytes; licences
 * layouts     token layouts (lines down, columns on, flags), most frequent first
 * texts/N     spellings 4096*N ... that more than one block uses, most frequent first
 * tokens/N    size:u32 of the streams; for each header the number of local spellings before it, the
 *             text code of each token, the layout of each token; then the local spellings
 * events      left-out input, macros that no header defines, how many logs and fragments there are
 * events/N    names that the tokens of block N do not spell; for each header of the block with a log
 *             its number (steps) and size; the logs: guard?, then for each fragment its place (steps),
 *             length, tokens, values of __COUNTER__, what follows, names read that were no macros
 *             (sorted, steps), names read that were and their definitions' places, changes, and the
 *             outline of its declarations?
 * </pre>
 *
 * <p>A name table is count:u32, count+1 offsets:u32, and the names' bytes, sorted: it is searched
 * without being read. Spellings are kinds, lengths and texts, each in a row. Text codes are those of
 * {@link org.latebind.headers.store.TextCode}, those of names in events of {@link
 * org.latebind.headers.store.NameCode}. Blocks hold whole headers of about 24,000 tokens, folder
 * by folder. Everything is in an order that follows from the content, so the same kernel gives the same
 * bytes.
 *
 * <p>Codes: LB5050 no header data, LB5051 other version, LB5052 damaged, LB5053 header left out,
 * LB5054 header without an event log of its own.
 */
package org.latebind.headers.store;
