// First import of every command: an old Node gets a sentence instead of a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Aftercare needs Node 20.19 or newer; this is ${process.version}. Install a newer Node.`);
  process.exit(1);
}
