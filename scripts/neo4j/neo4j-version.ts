/** The long-term release that the project supports and tests with; docker-compose.yml names the same. */
export const NEO4J_VERSION = '5.26.30';
