/** What assistants ask of a record, by the Model Context Protocol. */
export { createMcpSite, type McpHttpOptions, type McpOptions, type McpSite, mcpServers } from './server.js';
export { TOOLS } from './tools.js';
