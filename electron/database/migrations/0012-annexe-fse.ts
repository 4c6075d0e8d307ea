/** The agents that the financial annex of an operation lists (fse.md § 4.3, rule L16). Frozen. */
export const sql = `
CREATE TABLE operationFseAgent (
  id TEXT NOT NULL PRIMARY KEY,
  operationId TEXT NOT NULL,
  agentId TEXT NOT NULL,
  CONSTRAINT operationFseAgentUnique UNIQUE (operationId, agentId),
  CONSTRAINT operationFseAgentOperation FOREIGN KEY (operationId) REFERENCES operationFse (id),
  CONSTRAINT operationFseAgentAgent FOREIGN KEY (agentId) REFERENCES agent (id)
) STRICT;
CREATE INDEX operationFseAgentAgentId ON operationFseAgent (agentId);
`
