import { route } from './ui/router'

/** Every address of the window, one line each: how a feature leads to another's screens without knowing it. */
export const paths = {
  accueil: route('/accueil'),
  agents: route('/agents'),
  agent: route('/agents/:id'),
  etablissements: route('/etablissements'),
  etablissement: route('/etablissements/:id'),
  importAnnuaire: route('/etablissements/importer'),
  reseaux: route('/reseaux'),
  reseau: route('/reseaux/:id'),
  couverture: route('/reseaux/couverture'),
  lettres: route('/lettres'),
  campagne: route('/lettres/campagne'),
  suiviLettres: route('/lettres/suivi'),
  serviceLettres: route('/lettres/service'),
  lettre: route('/lettres/:id'),
  comparaisonLettre: route('/lettres/:id/comparaison'),
  operationsFse: route('/fse'),
  operationFse: route('/fse/:id'),
  importClasseur: route('/import'),
  bilan: route('/bilan'),
  parametres: route('/parametres'),
  journal: route('/parametres/journal'),
}
