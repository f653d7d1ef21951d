/** Loaded into the Playground: Teams keeps idle connections for minutes, Node's servers for five seconds, and a post on one that
 * is being closed is lost. */
const { Server } = require('node:http');

const { listen } = Server.prototype;
Server.prototype.listen = function (...where) {
  this.keepAliveTimeout = 240_000;
  return listen.apply(this, where);
};
