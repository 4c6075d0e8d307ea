import { route } from './ui/router'

/** Every address of the window, one line each: how a feature leads to another's screens without knowing it. */
export const paths = {
  accueil: route('/accueil'),
  aujourdhui: route('/aujourdhui'),
  calendrier: route('/aujourdhui/calendrier'),
  agents: route('/agents'),
  agent: route('/agents/:id'),
  doublons: route('/doublons'),
  etablissements: route('/etablissements'),
  etablissement: route('/etablissements/:id'),
  importAnnuaire: route('/etablissements/importer'),
  reseaux: route('/reseaux'),
  reseau: route('/reseaux/:id'),
  couverture: route('/reseaux/couverture'),
  lettres: route('/lettres'),
  campagne: route('/lettres/campagne'),
  lettre: route('/lettres/:id'),
  comparaisonLettre: route('/lettres/:id/comparaison'),
  operationsFse: route('/fse'),
  operationFse: route('/fse/:id'),
  importClasseur: route('/import'),
  importFait: route('/import/:id'),
  bilan: route('/bilan'),
  parametres: route('/parametres'),
  journal: route('/parametres/journal'),
}
