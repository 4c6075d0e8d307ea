export { default as fr } from 'zod/v4/locales/fr.js'
