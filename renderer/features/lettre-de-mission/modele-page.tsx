import { Button, Tabs } from '@mantine/core'
import { useState } from 'react'
import {
  dupliquerModele,
  lireModele,
  modifierModele,
  retirerModele,
} from '../../../shared/domain/modele-lettre/modele-lettre.contract'
import type { BlocModele, ContenuModele, ModeleLu } from '../../../shared/domain/modele-lettre/modele-lettre'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { HistoriqueDeFiche } from '../../journal/historique-fiche'
import { paths } from '../../paths'
import { useAvantDeSupprimer } from '../../suppression'
import { confirm } from '../../ui/dialog'
import { ErrorState, Loading } from '../../ui/empty-state'
import { SaveStatus } from '../../ui/form/form'
import type { FormModel } from '../../ui/form/form-model'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { notify } from '../../ui/notice'
import { RecordPage } from '../../ui/record-page'
import { navigate } from '../../ui/router'
import { ChampModele } from './champ-modele'
import { ApercuDuModele } from './modele-apercu'
import { Blocs } from './modele-blocs'
import { champsModele, type ChampsModele, schemaModele } from './modele-form'
import { OngletTextesDuModele, OngletUsage } from './modele-usage'
import lettreClasses from './lettre.module.css'
import classes from './modele.module.css'

const aucuneBoucle: readonly string[] = []
const retour = paths.parametres.href({}, { onglet: 'modeles' })

/** One model of letter: its blocks at the left, what they print at the right. */
export function ModelePage({ code }: { code: string }) {
  const query = useOperation(lireModele, { code })
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  return query.data ? <Editeur modele={query.data} /> : <Loading />
}

const etats = {
  livre: 'Modèle d’origine',
  modifie: 'Modèle d’origine, modifié par votre académie',
  ajoute: 'Modèle de votre académie',
} as const

function Editeur({ modele }: { modele: ModeleLu }) {
  const modifier = useCommand(modifierModele)
  const form = useAutosaveForm<ChampsModele>({
    schema: schemaModele,
    values: champsModele(modele),
    save: (champs, _tout, attendu) =>
      modifier.mutateAsync({ code: modele.code, champs: champs as Partial<ContenuModele>, attendu }),
  })
  const [onglet, setOnglet] = useState<string | null>('texte')
  const saisi = form.methods.watch() as Omit<ContenuModele, 'signataires'> & { libelle: string }
  const { libelle: _, ...textes } = saisi
  return (
    <RecordPage
      title={modele.libelle}
      subtitle={`${etats[modele.origine]}. Les lettres signées gardent leur texte.`}
      back={{ href: retour, label: 'Modèles de lettres' }}
      status={<SaveStatus form={form} />}
      actions={<Actions modele={modele} />}
    >
      <div className={lettreClasses.editeur}>
        <Tabs value={onglet} onChange={setOnglet} keepMounted={false} className={lettreClasses.saisie ?? ''}>
          <Tabs.List>
            <Tabs.Tab value="texte">Texte</Tabs.Tab>
            <Tabs.Tab value="defaut">Textes par défaut</Tabs.Tab>
            <Tabs.Tab value="usage">Nom et rôles</Tabs.Tab>
            <Tabs.Tab value="historique">Historique</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="texte" className={lettreClasses.panneau ?? ''} tabIndex={0}>
            <OngletTexte form={form} />
          </Tabs.Panel>
          <Tabs.Panel value="defaut" className={lettreClasses.panneau ?? ''} tabIndex={0}>
            <OngletTextesDuModele form={form} />
          </Tabs.Panel>
          <Tabs.Panel value="usage" className={lettreClasses.panneau ?? ''} tabIndex={0}>
            <OngletUsage form={form} />
          </Tabs.Panel>
          <Tabs.Panel value="historique" className={lettreClasses.panneau ?? ''} tabIndex={0}>
            <HistoriqueDeFiche table="modeleLettre" id={modele.code} />
          </Tabs.Panel>
        </Tabs>
        <ApercuDuModele code={modele.code} contenu={{ ...textes, signataires: modele.contenu.signataires }} />
      </div>
    </RecordPage>
  )
}

function OngletTexte({ form }: { form: FormModel<ChampsModele> }) {
  const blocs = form.methods.watch('blocs') as BlocModele[]
  const poser = (suite: BlocModele[], fini: boolean): void => {
    form.methods.setValue('blocs', suite)
    if (fini) form.leave('blocs')
  }
  return (
    <div className={classes.onglets}>
      <p className={lettreClasses.aide}>
        Les champs s’insèrent par la touche « &#123; » ou leur bouton, jamais à la main. Une phrase dont un champ est
        vide n’est pas imprimée : la lettre le signale.
      </p>
      <div className={classes.objet}>
        <ChampModele
          label="Objet"
          montrerLabel
          value={form.methods.watch('objet')}
          onChange={(objet) => form.methods.setValue('objet', objet)}
          onLeave={() => form.leave('objet')}
        />
      </div>
      <Blocs
        label="Corps de la lettre"
        blocs={blocs}
        autour={aucuneBoucle}
        profondeur={0}
        parent=""
        onChange={poser}
        onLeave={() => form.leave('blocs')}
      />
    </div>
  )
}

function Actions({ modele: { code, libelle, origine } }: { modele: ModeleLu }) {
  const dupliquer = useCommand(dupliquerModele)
  const retirer = useCommand(retirerModele)
  const avantDeSupprimer = useAvantDeSupprimer()
  const copier = (): void =>
    dupliquer.mutate(
      { code, libelle: `${libelle} (copie)` },
      { onSuccess: (copie) => navigate(paths.modeleLettre.href({ code: copie.code })), onError: notify.error },
    )
  const enlever = async (): Promise<void> => {
    const ajoute = origine === 'ajoute'
    const oui = await (ajoute
      ? avantDeSupprimer(
          { table: 'modeleLettre', id: code },
          {
            quoi: `le modèle « ${libelle} »`,
            question: {
              title: 'Supprimer ce modèle\u00a0?',
              message: `Le modèle « ${libelle} » sera supprimé : aucune lettre ni aucun circuit ne le suit.`,
              action: 'Supprimer le modèle',
            },
          },
        )
      : confirm({
          title: 'Revenir au modèle d’origine\u00a0?',
          message: `Ce que votre académie a changé dans « ${libelle} » sera abandonné. Annuler le fait revenir.`,
          action: 'Revenir à l’origine',
          tone: 'danger',
        }))
    if (oui) retirer.mutate({ code }, { onError: notify.error, ...(ajoute && { onSuccess: () => navigate(retour) }) })
  }
  return (
    <>
      <Button variant="default" loading={dupliquer.isPending} onClick={copier}>
        Dupliquer
      </Button>
      {origine !== 'livre' && (
        <Button variant="default" loading={retirer.isPending} onClick={() => void enlever()}>
          {origine === 'ajoute' ? 'Supprimer…' : 'Revenir au modèle d’origine…'}
        </Button>
      )}
    </>
  )
}
