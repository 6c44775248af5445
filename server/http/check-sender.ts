import type { NextFunction, Request, Response } from 'express';

import { AppError } from '../app-error.ts';

interface HostAndPort {
  readonly name: string;
  /** '' where none is written. */
  readonly port: string;
}

const HOST = /^(?<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(?<port>\d{1,5}))?$/u;

function readHost(text: string): HostAndPort | null {
  const groups = HOST.exec(text.toLowerCase())?.groups;
  return groups?.['name'] === undefined ? null : { name: groups['name'], port: groups['port'] ?? '' };
}

/** Names under which a service on this machine is reached. */
const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

function isAllowed(host: HostAndPort, allowed: readonly HostAndPort[]): boolean {
  return allowed.some((one) => one.name === host.name && (one.port === '' || one.port === host.port));
}

function readOrigin(origin: string): HostAndPort | null {
  const match = /^https?:\/\/(?<host>[^/]+)$/u.exec(origin.toLowerCase());
  return match?.groups?.['host'] === undefined ? null : readHost(match.groups['host']);
}

/**
 * Lets a request pass only when it was sent to a name of ours (a page elsewhere could rebind its own name to this
 * address) and, where it has an Origin, from a page of ours. A request without Origin is allowed.
 * @param hosts names beside the loopback ones, with a port where only that one counts (SETU_HOSTS); their pages may ask
 * through any of our names
 * @param address the one it listens on, which is a name of ours too
 */
export function createCheckSender(hosts: readonly string[], address: string) {
  const allowed = [...LOOPBACK_HOSTS, ...hosts, address].map(readHost).filter((host) => host !== null);
  const configured = hosts.map(readHost).filter((host) => host !== null);
  return (request: Request, _response: Response, next: NextFunction): void => {
    const host = readHost(request.headers.host ?? '');
    if (!host || !isAllowed(host, allowed)) {
      throw new AppError('forbidden', 'This service does not answer to that host name.', {
        hint: 'Name it in SETU_HOSTS, separated by commas, where it is yours.',
      });
    }
    const { origin } = request.headers;
    if (origin !== undefined) {
      const sender = readOrigin(origin);
      const isOwn = sender !== null && sender.name === host.name && sender.port === host.port;
      if (!sender || !(isOwn || isAllowed(sender, configured))) {
        throw new AppError('forbidden', 'Pages of other sites may not use this service.');
      }
    }
    next();
  };
}
