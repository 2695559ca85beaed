export { templateAuditCommand } from './template-audit.js';
export { templatePeopleCommand } from './template-people.js';
export { templateRolesCommand } from './template-roles.js';
