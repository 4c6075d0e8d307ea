import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { estACorriger } from '../../../shared/domain/lettre-de-mission/a-corriger'
import { heuresReparties, uniteHeures } from '../../../shared/domain/lettre-de-mission/dossier'
import { nommerTexte } from '../../../shared/domain/lettre-de-mission/avenant'
import { accorder } from '../../../shared/domain/lettre-de-mission/genre'
import type { EtatLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { ecartSignale } from '../../../shared/domain/lettre-de-mission/regles'
import {
  lireLettre,
  modifierLettre,
  type LettreLue,
} from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { majusculeInitiale, nomAffiche } from '../../../shared/text'
import { EtatDeLettre } from '../../etat-lettre'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { HistoriqueDeFiche } from '../../journal/historique-fiche'
import { paths } from '../../paths'
import { ProchainesActions } from '../../prochaine-action'
import { Annotated } from '../../ui/annotated'
import { ErrorState, Loading } from '../../ui/empty-state'
import { SaveStatus } from '../../ui/form/form'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { formatValeur, heuresCourtes } from '../../ui/format'
import { LongWork } from '../../ui/progress'
import { ReadOnly, useReadOnly } from '../../ui/read-only'
import { Fact, RecordPage, TabCount, useAskedTab } from '../../ui/record-page'
import { Apercu } from './apercu'
import { EnvoiEnCours, EnvoiMenu } from './envoi-menu'
import { EtapesLettre } from './etapes'
import { Controle, Ecart } from './libelles'
import { ListeConstats } from './liste-constats'
import { champsLettre, type ChampsLettre, schemaLettre } from './lettre-form'
import classes from './lettre.module.css'
import { OngletActivite } from './onglet-activite'
import { OngletEtablissements } from './onglet-etablissements'
import { OngletFse } from './onglet-fse'
import { OngletService } from './onglet-service'
import { OngletSignatures } from './onglet-signatures'
import { OngletSuivi } from './onglet-suivi'
import { OngletTextes } from './onglet-textes'
import { useEnvoi } from './use-envoi'
import { useExportLettres } from './use-export-lettres'

/** One letter: its form at the left, the paper at the right. */
export function LettrePage({ id }: { id: string }) {
  const query = useOperation(lireLettre, { id })
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  return query.data ? <Editeur lue={query.data} /> : <Loading />
}

function Editeur({ lue }: { lue: LettreLue }) {
  const { lettre, agent, role, constats } = lue
  const modifier = useCommand(modifierLettre)
  const exporter = useExportLettres(lettre.anneeId)
  const envoi = useEnvoi(lettre.anneeId)
  const form = useAutosaveForm<ChampsLettre>({
    schema: schemaLettre,
    values: champsLettre(lettre),
    constats,
    save: (champs, _tout, attendu) => modifier.mutateAsync({ id: lettre.id, champs, attendu }),
  })
  const nom = nomAffiche(agent)
  return (
    <RecordPage
      title={nom}
      subtitle={
        <>
          <Annotated>
            {[
              majusculeInitiale(accorder(role, agent.civilite)),
              lettre.anneeId,
              ...(lettre.nature === 'initiale' ? [] : [nommerTexte(lettre)]),
            ].join(' · ')}
          </Annotated>
          {' · '}
          <a href={paths.agent.href({ id: lettre.agentId })}>Fiche de l’agent</a>
        </>
      }
      back={{ href: paths.lettres.href({}), label: 'Lettres de mission' }}
      status={<SaveStatus form={form} />}
      actions={
        <>
          <EnvoiMenu
            envoi={envoi}
            lettres={{ ids: [lettre.id], parEtat: { [lettre.etat]: 1 }, aCorriger: Number(estACorriger(constats)) }}
          />
          <EtapesLettre lue={lue} />
        </>
      }
      summary={<Faits lue={lue} />}
      followUp={<ProchainesActions sujet="lettreDeMission" sujetId={lettre.id} />}
    >
      <LongWork title="Export de la lettre" work={exporter.work} />
      <EnvoiEnCours envoi={envoi} />
      <Onglets
        onglets={[
          {
            cle: 'service',
            titre: 'Service',
            contenu: <OngletService form={form} lue={lue} />,
            champs: ['residenceId', 'dateEffetLe', 'finLe', 'etablieLe'],
          },
          {
            cle: 'etablissements',
            titre: 'Établissements',
            nombre: lue.etablissements.length,
            contenu: <OngletEtablissements lue={lue} />,
            champs: ['etablissements'],
            ajuste: true,
          },
          {
            cle: 'activite',
            titre: 'Activité',
            contenu: <OngletActivite lue={lue} form={form} />,
            champs: ['domaines'],
          },
          { cle: 'textes', titre: 'Textes', contenu: <OngletTextes form={form} lue={lue} />, champs: [] },
          {
            cle: 'signatures',
            titre: 'Signatures',
            contenu: <OngletSignatures lue={lue} />,
            champs: ['signataires', 'visas'],
          },
          { cle: 'suivi', titre: 'Suivi', contenu: <OngletSuivi lue={lue} />, champs: [], libre: true },
          {
            cle: 'fse',
            titre: 'FSE',
            nombre: lue.fse.length,
            contenu: <OngletFse lue={lue} />,
            champs: ['partsFse'],
          },
          {
            cle: 'historique',
            titre: 'Historique',
            contenu: <HistoriqueDeFiche table="lettreDeMission" id={lettre.id} />,
            champs: [],
            lecture: true,
          },
        ]}
        lue={lue}
        papier={
          <Apercu
            id={lettre.id}
            onExport={(format) => void exporter.lettre(lettre.id, format)}
            exporting={exporter.work.running}
          />
        }
      />
    </RecordPage>
  )
}

/** What is asked first about a letter, on one line. */
function Faits({ lue }: { lue: LettreLue }) {
  const { lettre, constats, reseaux } = lue
  const reparties = heuresReparties(lue)
  return (
    <>
      <Fact label="État" field="etat">
        <EtatDeLettre etat={lettre.etat} />
      </Fact>
      <Fact label="Contrôle">
        <Controle constats={constats} />
      </Fact>
      <Fact label="Quotité">{formatValeur('pourcentage', lettre.quotite)}</Fact>
      <Fact label="Heures dues">
        {heuresCourtes(lettre.heuresDues, uniteHeures(lue))}{' '}
        <Ecart
          ecart={reparties === null ? null : Number((reparties - lettre.heuresDues).toFixed(4))}
          tolere={!ecartSignale(constats)}
        />
      </Fact>
      {reseaux.length > 0 && (
        <Fact label={reseaux.length === 1 ? 'Réseau' : 'Réseaux'}>
          {reseaux.map((reseau, rang) => (
            <span key={reseau.id}>
              {rang > 0 && ', '}
              <a href={paths.reseau.href({ id: reseau.id })}>{reseau.nom}</a>
            </span>
          ))}
        </Fact>
      )}
    </>
  )
}

/** Where what is missing is written, when it is not in the letter. */
const liensDe = (agentId: string): Readonly<Record<string, { href: string; libelle: string }>> => {
  const agent = { href: paths.agent.href({ id: agentId }), libelle: 'Ouvrir la fiche de l’agent' }
  const academie = { href: paths.parametres.href({}), libelle: 'Ouvrir les paramètres' }
  return { agent, civilite: agent, corps: agent, academie }
}

function phraseFigee(etat: EtatLettre): string {
  if (etat === 'annulee') return 'Lettre annulée\u00a0: elle se lit, elle ne se modifie plus.'
  return `Lettre ${etat === 'signeeEnPartie' ? 'signée en partie' : 'signée'}\u00a0: tout changement demande un avenant.`
}

interface Onglet {
  cle: string
  titre: string
  nombre?: number
  contenu: ReactNode
  /** Findings of these fields mark the tab. */
  champs: readonly string[]
  /** What happens to the letter rather than what it says: open whatever its state. */
  libre?: boolean
  /** A list: as high as the window, scrolled by itself; it closes its own rows once the letter is frozen. */
  ajuste?: boolean
  /** Nothing is written there: that the letter is frozen goes without saying. */
  lecture?: boolean
}

interface OngletsProps {
  onglets: readonly Onglet[]
  lue: LettreLue
  papier: ReactNode
}

/** The tabs over the whole width, what they hold at the left, the paper at the right. */
function Onglets({ onglets, lue: { constats, figee, lettre }, papier }: OngletsProps) {
  const [actif, setActif] = useAskedTab(
    'service',
    onglets.map(({ cle }) => cle),
  )
  const lecture = useReadOnly()
  const ailleurs = constats.filter(
    ({ champ }) => champ === undefined || !onglets.some(({ champs }) => champs.includes(champ)),
  )
  const aVoir = ({ champs }: Onglet): boolean =>
    constats.some(({ champ, gravite }) => gravite !== 'information' && champ !== undefined && champs.includes(champ))
  return (
    <Tabs value={actif} onChange={setActif} keepMounted={false} className={classes.saisie ?? ''}>
      <Tabs.List className={classes.onglets ?? ''}>
        {onglets.map((onglet) => (
          <Tabs.Tab key={onglet.cle} value={onglet.cle}>
            {onglet.titre}
            {onglet.nombre !== undefined && onglet.nombre > 0 && <TabCount>{onglet.nombre}</TabCount>}
            {aVoir(onglet) && (
              <>
                {' '}
                <span aria-hidden="true">!</span>
                <span className="visually-hidden">à vérifier</span>
              </>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <div className={classes.editeur}>
        {onglets.map(({ cle, contenu, libre = false, ajuste = false, lecture: lu = false }) => {
          const fermee = figee && !libre && !ajuste
          return (
            <Tabs.Panel key={cle} value={cle} className={classes.panneau ?? ''} tabIndex={0}>
              {/* Read rather than disabled: what a signed letter says is reached by the keyboard and copied. */}
              <ReadOnly value={lecture || fermee}>
                <fieldset
                  className={classes.champs}
                  aria-label="Lettre"
                  data-fitted={ajuste || undefined}
                  data-read-only={fermee || undefined}
                >
                  {figee && !libre && !lu && <p className={classes.figee}>{phraseFigee(lettre.etat)}</p>}
                  {cle === 'service' && <ListeConstats constats={ailleurs} liens={liensDe(lettre.agentId)} />}
                  {contenu}
                </fieldset>
              </ReadOnly>
            </Tabs.Panel>
          )
        })}
        {papier}
      </div>
    </Tabs>
  )
}
