const { DatabaseSync } = require('node:sqlite')

module.exports = DatabaseSync
